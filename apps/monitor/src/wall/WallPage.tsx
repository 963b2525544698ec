// The wall of a wave: a card for each country, beside each other, under them the totals, the desks and the alerts.

import { useWording } from "@fieldline/wording";
import type { CSSProperties } from "react";
import { QuotaPage } from "../quotas/QuotaPage.tsx";
import { useReader } from "../quotas/reader.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { CountryCard } from "./CountryCard.tsx";
import { DownloadWall } from "./DownloadWall.tsx";
import { FloorStrip } from "./FloorStrip.tsx";
import { TotalsStrip } from "./TotalsStrip.tsx";

export function WallPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const reader = useReader();
  const countries = wave.countries.map(({ code }) => code);
  return (
    <QuotaPage
      title={t("monitor.wall.title")}
      look="wall"
      tools={(board) => <DownloadWall board={board} countries={countries} />}
    >
      {(board) => (
        <>
          <div
            className="mo-wall"
            data-cards={countries.length}
            style={{ "--cards": countries.length } as CSSProperties}
          >
            {countries.map((country) => (
              <CountryCard
                key={country}
                board={board}
                country={country}
                reader={reader}
                alone={countries.length === 1}
              />
            ))}
          </div>
          {countries.length > 1 && <TotalsStrip board={board} countries={countries} />}
          <FloorStrip board={board} />
        </>
      )}
    </QuotaPage>
  );
}
