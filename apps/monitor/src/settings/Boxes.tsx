// Several of a few: boxes to tick, with one name for all of them.

interface BoxesProps {
  readonly label: string;
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly nameOf: (code: string) => string;
  readonly onChange: (chosen: string[]) => void;
  readonly disabled?: boolean;
}

/** What is chosen comes in the order in which it is offered. */
export function Boxes({ label, offered, chosen, nameOf, onChange, disabled }: BoxesProps) {
  const toggle = (code: string): void =>
    onChange(offered.filter((one) => (one === code) !== chosen.includes(one)));
  return (
    <fieldset className="mo-boxes" disabled={disabled}>
      <legend>{label}</legend>
      {offered.map((code) => (
        <label key={code}>
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          {nameOf(code)}
        </label>
      ))}
    </fieldset>
  );
}
