// The figures of an opened cell, one below the other, with the state in words.

import { useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { figuresOf, placesLeft, type QuotaCellBody } from "../quotas/cells.ts";
import { FillBar } from "../quotas/FillBar.tsx";
import { policyWords } from "../quotas/words.ts";

export function CellFigures({ cell }: { readonly cell: QuotaCellBody }) {
  const { t, language } = useWording();
  const figures = figuresOf(cell);
  const left = placesLeft(cell);
  const lines = [
    ...(["target", "completed", "reserved", "remaining", "need"] as const).map((name) => ({
      name,
      value: number(figures[name], language),
    })),
    {
      name: "limit" as const,
      value: cell.cap === null ? t("monitor.quotas.noLimit") : number(cell.cap, language),
    },
  ];
  return (
    <section className="mo-drawer__part">
      <FillBar figures={figures} />
      <p className="mo-drawer__state" data-state={cell.state}>
        <strong>{t(`monitor.quotas.state.${cell.state}`)}</strong> –{" "}
        {left === null
          ? t("monitor.change.refusesNobody")
          : cell.state === "open"
            ? t("monitor.quotas.placesLeft", { count: left })
            : t(`monitor.change.${cell.state}Means`)}
      </p>
      <dl className="mo-drawer__figures">
        {lines.map(({ name, value }) => (
          <div key={name}>
            <dt>{t(`monitor.quotas.${name}`)}</dt>
            <dd data-figure={name}>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t("monitor.quotas.column.policy")}</dt>
          <dd>{policyWords(cell.policy, t)}</dd>
        </div>
      </dl>
    </section>
  );
}
