// The frame of one wave's pages: its mode and field time on every screen, and where one can go.

import type { Action, WaveSummary } from "@fieldline/protocol";
import { TestWaveBanner } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Link, Outlet, useParams } from "@tanstack/react-router";
import { problemOf } from "../client.ts";
import { NotFound } from "../frame/NotFound.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useFieldNow, useWave, zoneOf } from "../waves/use-waves.ts";
import { useFreshWave } from "./use-fresh-wave.ts";
import { WaveHere } from "./use-wave-here.ts";

export function WaveFrame() {
  const { wave: id } = useParams({ from: "/waves/$wave" });
  const wave = useWave(id);
  useFreshWave(id);
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

const pages = [
  ["wall", "/waves/$wave/wall", "quota.read"],
  ["floor", "/waves/$wave/floor", "floor.read"],
  ["queue", "/waves/$wave/queue", "queue.read"],
  ["cases", "/waves/$wave/cases", "case.read"],
  ["interviews", "/waves/$wave/interviews", "interview.list"],
  ["overQuota", "/waves/$wave/over-quota", "interview.list"],
  ["exports", "/waves/$wave/exports", "export.read"],
  ["rules", "/waves/$wave/rules", "rules.read"],
  ["settings", "/waves/$wave/settings", "wave.settings"],
] as const;

function WaveBar({ wave, heardAt }: { readonly wave: WaveSummary; readonly heardAt: number }) {
  const { t } = useWording();
  const fieldNow = useFieldNow(wave, heardAt);
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
          {pages.map(([page, to, action]) => (
            <PageLink key={page} to={to} action={action} wave={wave.id}>
              {t(`monitor.nav.${page}`)}
            </PageLink>
          ))}
        </nav>
      </div>
    </section>
  );
}

interface PageLinkProps {
  readonly to: (typeof pages)[number][1];
  readonly action: Action;
  readonly wave: string;
  readonly children: string;
}

function PageLink({ to, action, wave, children }: PageLinkProps) {
  if (!useMay(action)) return null;
  return (
    <Link to={to} params={{ wave }}>
      {children}
    </Link>
  );
}
