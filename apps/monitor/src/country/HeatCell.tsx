// One cell of the heat grid, a button that opens it.

import { standing } from "@fieldline/quota";
import { useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { figuresOf, fillOf, type QuotaCellBody } from "../quotas/cells.ts";
import { cellLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";
import { share } from "../quotas/words.ts";
import { heat } from "./heat.ts";

interface HeatCellProps {
  readonly cell: QuotaCellBody | undefined;
  readonly reader: Reader;
  readonly open: (cell: QuotaCellBody) => void;
}

export function HeatCell({ cell, reader, open }: HeatCellProps) {
  const { t, language } = useWording();
  if (!cell) return <td>{t("monitor.none")}</td>;
  const { completed, target, reserved, remaining } = figuresOf(cell);
  const state = t(`monitor.quotas.state.${cell.state}`);
  const filled = share(fillOf(cell), language);
  return (
    <td className="mo-grid__cell">
      <button
        type="button"
        className="mo-heat mo-grid__open"
        style={heat(cell)}
        data-cell={cell.key}
        data-state={cell.state}
        onClick={() => open(cell)}
      >
        <span className="mo-grid__big">
          <span className="fl-visually-hidden">{cellLabel(cell, reader)}: </span>
          <strong>{number(completed, language)}</strong> / {number(target, language)}
        </span>
        <span className="mo-grid__fill">{cell.state === "open" ? filled : `${filled} · ${state}`}</span>
        <span className="mo-grid__small">
          {t("monitor.quotas.reserved")} {number(reserved, language)} ·{" "}
          {remaining < 0
            ? t("monitor.quotas.above", { count: standing(cell) - target })
            : `${t("monitor.quotas.remaining")} ${number(remaining, language)}`}
        </span>
      </button>
    </td>
  );
}
