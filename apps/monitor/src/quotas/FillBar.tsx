// A bar of completed, under way and remaining; what it shows is also said in words beside it.

import { useWording } from "@fieldline/wording";
import type { Figures } from "./cells.ts";
import { figureWords } from "./words.ts";

export function FillBar({ figures }: { readonly figures: Figures }) {
  const { t, language } = useWording();
  const { target, completed, reserved } = figures;
  const whole = Math.max(target, completed + reserved, 1);
  const width = (value: number) => ({ width: `${(100 * value) / whole}%` });
  return (
    <div className="mo-fill" role="img" aria-label={figureWords(figures, t, language)}>
      <span className="mo-fill__part" data-part="completed" style={width(completed)} />
      <span className="mo-fill__part" data-part="reserved" style={width(reserved)} />
    </div>
  );
}
