// One country on the wall: how many of how many, where it is heading, which cells will refuse people next.

import type { QuotaBoard } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { Link } from "@tanstack/react-router";
import { number } from "../format.ts";
import { figuresOf, overQuotaIn, standingIn, totalCellOf } from "../quotas/cells.ts";
import { FillBar } from "../quotas/FillBar.tsx";
import { Legend } from "../quotas/Legend.tsx";
import { Outlook } from "../quotas/Outlook.tsx";
import type { Reader } from "../quotas/reader.ts";
import { share } from "../quotas/words.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { DangerList } from "./DangerList.tsx";

interface CountryCardProps {
  readonly board: QuotaBoard;
  readonly country: string;
  readonly reader: Reader;
  /** It is the only one on the wall, so there is room. */
  readonly alone: boolean;
}

export function CountryCard({ board, country, reader, alone }: CountryCardProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const total = totalCellOf(board.cells, country);
  const standing = standingIn(board, country);
  const overQuota = overQuotaIn(board, country);
  const heading = `wall-${country}`;
  return (
    <article className="mo-country" aria-labelledby={heading} data-country={country}>
      <h2 id={heading} className="mo-country__name">
        <Link to="/waves/$wave/countries/$country" params={{ wave: wave.id, country }}>
          {countryName(country, language)}
        </Link>
      </h2>
      {total ? <Progress figures={figuresOf(total)} /> : <p>{t("monitor.wall.noTotal")}</p>}
      {standing ? <Outlook standing={standing} /> : <span />}
      <DangerList board={board} country={country} reader={reader} alone={alone} />
      <p className="mo-country__over" data-some={overQuota > 0 || undefined}>
        {t("monitor.quotas.overQuota")} <strong>{number(overQuota, language)}</strong>
      </p>
    </article>
  );
}

function Progress({ figures }: { readonly figures: ReturnType<typeof figuresOf> }) {
  const { t, language } = useWording();
  return (
    <div className="mo-country__progress">
      <p className="mo-country__big">
        <span className="fl-visually-hidden">{t("monitor.quotas.completed")} </span>
        <strong data-testid="completed">{number(figures.completed, language)}</strong>
      </p>
      <p className="mo-country__target">
        <span data-testid="target">/ {number(figures.target, language)}</span>
        {figures.target > 0 && <span>{share(figures.completed / figures.target, language)}</span>}
      </p>
      <FillBar figures={figures} />
      <Legend figures={figures} without="completed" />
    </div>
  );
}
