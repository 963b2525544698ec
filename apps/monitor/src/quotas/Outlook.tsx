// Where a country is heading: today's completes, pace kept against pace needed, the day its target is met.

import type { CountryStanding } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { number, shortDay } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { isTooSlow } from "./cells.ts";

export function Outlook({ standing }: { readonly standing: CountryStanding }) {
  const { t, language } = useWording();
  const { fieldTo } = useWaveHere();
  const { today, pace, needed, forecast } = standing;
  const rate = (value: number | null): string =>
    value === null ? t("monitor.none") : number(value, language, 1);
  const slow = isTooSlow(standing);
  const late = forecast === null ? undefined : forecast > fieldTo;
  return (
    <dl className="mo-outlook">
      <div data-figure="today">
        <dt>{t("monitor.wall.today")}</dt>
        <dd>{number(today, language)}</dd>
      </div>
      <div data-figure="pace" data-bad={slow || undefined}>
        <dt>{t(slow ? "monitor.wall.tooSlow" : "monitor.wall.pace")}</dt>
        <dd>{rate(pace)}</dd>
      </div>
      <div data-figure="needed">
        <dt>{t("monitor.wall.needed")}</dt>
        <dd>{rate(needed)}</dd>
      </div>
      <div data-figure="forecast" data-bad={late || undefined}>
        <dt>{t(needed === 0 ? "monitor.wall.met" : "monitor.wall.forecast")}</dt>
        <dd title={late ? t("monitor.wall.tooLate") : undefined}>
          {forecast === null ? t("monitor.wall.notInSight") : shortDay(forecast, fieldTo, language)}
          {late && <span className="fl-visually-hidden"> ({t("monitor.wall.tooLate")})</span>}
        </dd>
      </div>
    </dl>
  );
}
