// A cell opened at the side: its figures in full, and for those who may, what can be changed on it.

import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import type { QuotaCellBody } from "../quotas/cells.ts";
import { Freshness } from "../quotas/Freshness.tsx";
import { cellLabel, dimensionLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";
import { useIsLive, useQuotaBoard } from "../quotas/use-quota-board.ts";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { CellFigures } from "./CellFigures.tsx";
import { ChangeCell } from "./ChangeCell.tsx";

interface CellDrawerProps {
  readonly cell: QuotaCellBody;
  readonly reader: Reader;
  readonly close: () => void;
}

/** The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function CellDrawer({ cell, reader, close }: CellDrawerProps) {
  const { t } = useWording();
  const mayChange = useMay("quota.change");
  const board = useQuotaBoard(useWaveHere().id);
  const live = useIsLive(board);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  // The event comes late: by then the dialog may be open again.
  const closed = (): void => {
    if (!dialog.current?.open) close();
  };
  return (
    <dialog ref={dialog} className="mo-drawer" aria-labelledby={heading} onClose={closed}>
      <header className="mo-drawer__head">
        <div>
          <h2 id={heading}>{cellLabel(cell, reader)}</h2>
          <p className="fl-soft">
            {dimensionLabel(cell.dimension, reader)} · {cell.country}
          </p>
        </div>
        <button type="button" className="fl-button" onClick={() => dialog.current?.close()}>
          {t("common.close")}
        </button>
      </header>
      {board.data && !live && <Freshness asOf={board.data.asOf} live={false} />}
      <CellFigures cell={cell} />
      {mayChange ? (
        <ChangeCell cell={cell} />
      ) : (
        <p className="mo-drawer__part">{t("monitor.change.notAllowed")}</p>
      )}
    </dialog>
  );
}
