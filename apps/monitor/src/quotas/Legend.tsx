// Under way and remaining in figures, each with the mark it has in the bar.

import { useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import type { Figures } from "./cells.ts";

interface LegendProps {
  readonly figures: Figures;
  /** Those completed are left out where they already stand beside it, large. */
  readonly without?: "completed";
}

export function Legend({ figures, without }: LegendProps) {
  const { t, language } = useWording();
  const parts = [
    ["completed", figures.completed],
    ["reserved", figures.reserved],
    ["remaining", figures.remaining],
  ] as const;
  const shown = parts.filter(([part]) => part !== without);
  return (
    <dl className="mo-legend">
      {shown.map(([part, value]) => (
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
