// A cell opened at the side: its figures in full, who holds a place, what was changed, and what can be.

import { useWording } from "@fieldline/wording";
import { Dialog } from "../frame/Dialog.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useBoardHere, useFreshnessHere } from "../quotas/board-here.ts";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { Freshness } from "../quotas/Freshness.tsx";
import { cellLabel, dimensionLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";
import { useMay } from "../session/use-me.ts";
import { CellFigures } from "./CellFigures.tsx";
import { CellHistory } from "./CellHistory.tsx";
import { ChangeCell } from "./ChangeCell.tsx";
import { ReservationTable } from "./ReservationTable.tsx";
import { useCellPage } from "./use-cell-page.ts";

interface CellDrawerProps {
  readonly cell: QuotaCellBody;
  readonly reader: Reader;
  readonly close: () => void;
}

export function CellDrawer({ cell, reader, close }: CellDrawerProps) {
  const { t } = useWording();
  const mayChange = useMay("quota.change");
  const board = useBoardHere();
  const freshness = useFreshnessHere();
  const page = useCellPage(cell);
  return (
    <Dialog className="mo-drawer" closed={close}>
      {({ heading, leave }) => (
        <>
          <header className="mo-drawer__head">
            <div>
              <h2 id={heading}>{cellLabel(cell, reader)}</h2>
              <p className="fl-soft">
                {dimensionLabel(cell.dimension, reader)} · {cell.country}
              </p>
            </div>
            <button type="button" className="fl-button" onClick={leave}>
              {t("common.close")}
            </button>
          </header>
          {(freshness === "polled" || freshness === "stale") && (
            <Freshness asOf={board.asOf} freshness={freshness} />
          )}
          <CellFigures cell={cell} />
          <Settled query={page}>
            {({ reservations }) => <ReservationTable reservations={reservations} />}
          </Settled>
          {mayChange ? (
            <ChangeCell cell={cell} />
          ) : (
            <p className="mo-drawer__part">{t("monitor.change.notAllowed")}</p>
          )}
          {page.data && <CellHistory changes={page.data.changes} />}
        </>
      )}
    </Dialog>
  );
}
