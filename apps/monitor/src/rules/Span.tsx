// Which recorded span a preview looks at: how long, and until when.

import { useWording } from "@fieldline/wording";

interface Chosen {
  readonly hours: number;
  /** As an input of day and time has it; empty for now. */
  readonly until: string;
}

interface SpanProps {
  readonly span: Chosen;
  readonly onChange: (span: Chosen) => void;
}

export function Span({ span, onChange }: SpanProps) {
  const { t } = useWording();
  return (
    <>
      <select
        className="fl-input"
        aria-label={t("monitor.rules.span")}
        value={span.hours}
        onChange={({ target }) => onChange({ ...span, hours: Number(target.value) })}
      >
        {([1, 4, 24] as const).map((hours) => (
          <option key={hours} value={hours}>
            {t(`monitor.rules.hours${hours}`)}
          </option>
        ))}
      </select>
      <label className="mo-rules__until">
        <span className="fl-small">{t("monitor.rules.until")}</span>
        <input
          className="fl-input"
          type="datetime-local"
          value={span.until}
          onChange={({ target }) => onChange({ ...span, until: target.value })}
        />
      </label>
    </>
  );
}
