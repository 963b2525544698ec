// The strip under the cards: all countries on the wall together.

import type { QuotaBoard } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { sumsOf } from "./sums.ts";

interface TotalsStripProps {
  readonly board: QuotaBoard;
  readonly countries: readonly string[];
}

export function TotalsStrip({ board, countries }: TotalsStripProps) {
  const { t, language } = useWording();
  const sums = sumsOf(board, countries);
  const figures = [
    { key: "today", name: t("monitor.wall.today"), value: sums.today },
    { key: "reserved", name: t("monitor.quotas.reserved"), value: sums.reserved },
    { key: "remaining", name: t("monitor.quotas.remaining"), value: sums.remaining },
    { key: "overQuota", name: t("monitor.quotas.overQuota"), value: sums.overQuota },
    { key: "full", name: t("monitor.wall.cellsFull"), value: sums.full },
    ...(sums.closed > 0 ? [{ key: "closed", name: t("monitor.wall.cellsClosed"), value: sums.closed }] : []),
  ];
  return (
    <section className="mo-strip" aria-label={t("monitor.wall.together")}>
      <dl>
        <div>
          <dt>{t("monitor.wall.together")}</dt>
          <dd data-testid="together">
            {number(sums.completed, language)} / {number(sums.target, language)}
          </dd>
        </div>
        {figures.map(({ key, name, value }) => (
          <div key={key} data-figure={key} data-some={value > 0 || undefined}>
            <dt>{name}</dt>
            <dd>{number(value, language)}</dd>
          </div>
        ))}
      </dl>
      {sums.without.length > 0 && (
        <p>
          {t("monitor.wall.withoutTotal", {
            countries: sums.without.map((code) => countryName(code, language)).join(", "),
          })}
        </p>
      )}
    </section>
  );
}
