// How far a region's target is filled, as a bar with its words beside it.

interface NeedBarProps {
  /** Null: no cell counts the region. */
  readonly percent: number | null;
  readonly words: string;
}

export function NeedBar({ percent, words }: NeedBarProps) {
  if (percent === null) return words;
  return (
    <span className="mo-queue__need">
      <span className="mo-fill" aria-hidden="true">
        <span
          className="mo-fill__part"
          data-part="completed"
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
      <span>{words}</span>
    </span>
  );
}
