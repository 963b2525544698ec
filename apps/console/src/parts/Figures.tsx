// The interviewer's figures since signing in.

import type { DeskFigures } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { localeOf, useWording } from "@fieldline/wording";

export function Figures({ figures, now }: { readonly figures: DeskFigures; readonly now: () => number }) {
  const { t, language } = useWording();
  const at = useTicking(now, 60_000);
  const hours = (at - Date.parse(figures.since)) / 3_600_000;
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(localeOf(language), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const rows = [
    [t("console.desk.dials"), figures.dials],
    [t("console.desk.contacts"), figures.contacts],
    [t("console.desk.completes"), figures.completes],
    [t("console.desk.refusals"), figures.refusals],
    [t("console.desk.perHour"), hours < 0.25 ? null : figures.completes / hours],
  ] as const;
  return (
    <section className="fl-panel">
      <h2>{t("console.desk.today")}</h2>
      <dl className="co-figures">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === null ? "–" : number.format(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="fl-soft fl-small">
        {t("console.desk.since", { time: time.format(Date.parse(figures.since)) })}
      </p>
    </section>
  );
}
