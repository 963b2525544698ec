// The frame of one wave's pages: its mode and field time on every screen, and where one can go.

import type { WaveSummary } from "@fieldline/protocol";
import { TestWaveBanner } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { problemOf } from "../client.ts";
import { NotFound } from "../frame/NotFound.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useFieldNow, useWave, zoneOf } from "../waves/use-waves.ts";
import { WaveHere } from "./use-wave-here.ts";

export function WaveFrame() {
  const { wave: id } = useParams({ from: "/waves/$wave" });
  const wave = useWave(id);
  if (wave.isError && problemOf(wave.error).code === "access.notFound") return <NotFound />;
  return (
    <Settled query={wave}>
      {(found) => (
        <WaveHere value={found}>
          <WaveBar wave={found} heardAt={wave.dataUpdatedAt} />
          <Outlet />
        </WaveHere>
      )}
    </Settled>
  );
}

function WaveBar({ wave, heardAt }: { readonly wave: WaveSummary; readonly heardAt: number }) {
  const { t } = useWording();
  const fieldNow = useFieldNow(wave, heardAt);
  const mayExport = useMay("export.read");
  const params = { wave: wave.id };
  return (
    <section aria-label={wave.title}>
      <div className="mo-clockline" data-mode={wave.mode}>
        {wave.mode === "live" && (
          <span>
            <strong>{t("monitor.waves.live")}</strong> – {t("monitor.waves.realPeople")}
          </span>
        )}
        <TestWaveBanner mode={wave.mode} fieldNow={fieldNow} zone={zoneOf(wave)} />
      </div>
      <div className="mo-wavebar">
        <span className="mo-wavebar__name">{wave.title}</span>
        <nav aria-label={t("monitor.nav.wave")} className="mo-nav">
          <Link to="/waves/$wave/wall" params={params}>
            {t("monitor.nav.wall")}
          </Link>
          <Link to="/waves/$wave/interviews" params={params}>
            {t("monitor.nav.interviews")}
          </Link>
          {mayExport && (
            <Link to="/waves/$wave/exports" params={params}>
              {t("monitor.nav.exports")}
            </Link>
          )}
        </nav>
      </div>
    </section>
  );
}
