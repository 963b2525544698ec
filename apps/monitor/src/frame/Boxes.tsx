// Several of a few: boxes to tick, with one name for all of them.

interface BoxesProps<Code extends string> {
  readonly label: string;
  readonly offered: readonly Code[];
  readonly chosen: readonly Code[];
  readonly nameOf: (code: Code) => string;
  readonly onChange: (chosen: Code[]) => void;
  readonly disabled?: boolean;
}

/** What is chosen comes in the order in which it is offered. */
export function Boxes<Code extends string>(props: BoxesProps<Code>) {
  const { label, offered, chosen, nameOf, onChange, disabled } = props;
  const toggle = (code: Code): void =>
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
