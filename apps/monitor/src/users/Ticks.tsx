// A group of boxes to tick.

interface TicksProps {
  readonly legend: string;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly ticked: (key: string) => boolean;
  readonly tick: (key: string) => void;
}

export function Ticks({ legend, options, ticked, tick }: TicksProps) {
  return (
    <fieldset className="mo-ticks">
      <legend>{legend}</legend>
      <div>
        {options.map(({ key, label }) => (
          <label key={key}>
            <input type="checkbox" checked={ticked(key)} onChange={() => tick(key)} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
