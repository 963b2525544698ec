// Under way and remaining in figures, each with the mark it has in the bar.

import { useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import type { Figures } from "./cells.ts";

export function Legend({ figures }: { readonly figures: Figures }) {
  const { t, language } = useWording();
  const parts = [
    ["completed", figures.completed],
    ["reserved", figures.reserved],
    ["remaining", figures.remaining],
  ] as const;
  return (
    <dl className="mo-legend">
      {parts.map(([part, value]) => (
        <div key={part}>
          <dt>
            <span className="mo-legend__mark" data-part={part} aria-hidden="true" />
            {t(`monitor.quotas.${part}`)}
          </dt>
          <dd>{number(value, language)}</dd>
        </div>
      ))}
    </dl>
  );
}
