// The country as a whole: bar, figures, where it is heading, over quota; the total opens like any cell.

import type { QuotaBoard } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { number } from "../format.ts";
import { figuresOf, overQuotaIn, type QuotaCellBody, standingIn, totalCellOf } from "../quotas/cells.ts";
import { FillBar } from "../quotas/FillBar.tsx";
import { Legend } from "../quotas/Legend.tsx";
import { Outlook } from "../quotas/Outlook.tsx";

interface CountryTotalProps {
  readonly board: QuotaBoard;
  readonly country: string;
  readonly open: (cell: QuotaCellBody) => void;
}

export function CountryTotal({ board, country, open }: CountryTotalProps) {
  const { t, language } = useWording();
  const cell = totalCellOf(board.cells, country);
  const standing = standingIn(board, country);
  const overQuota = overQuotaIn(board, country);
  return (
    <section className="mo-total" aria-label={t("monitor.quotas.dimension.total")}>
      {cell ? (
        <>
          <p className="mo-total__big">
            <strong>{number(cell.completed, language)}</strong> / {number(cell.target, language)}
          </p>
          <div className="mo-total__bar">
            <FillBar figures={figuresOf(cell)} />
            <Legend figures={figuresOf(cell)} />
          </div>
          <Button
            variant="default"
            aria-label={`${t("monitor.country.openTotal")}: ${countryName(country, language)}`}
            onClick={() => open(cell)}
          >
            {t("monitor.country.openTotal")}
          </Button>
        </>
      ) : (
        <p>{t("monitor.wall.noTotal")}</p>
      )}
      {standing && <Outlook standing={standing} />}
      <p className="mo-country__over" data-some={overQuota > 0 || undefined}>
        {t("monitor.quotas.overQuota")} <strong>{number(overQuota, language)}</strong>
        {overQuota > 0 && <span className="fl-soft"> – {t("monitor.quotas.overQuotaText")}</span>}
      </p>
    </section>
  );
}
