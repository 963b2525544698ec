// One wave at a glance: its mode and field time, its dates, what is completed, what it runs under.

import type { WaveSummary } from "@fieldline/protocol";
import { TestWaveBanner } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Badge, Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { day } from "../format.ts";
import { useMay } from "../session/use-me.ts";
import { CompletesTable } from "./CompletesTable.tsx";
import { useFieldNow, zoneOf } from "./use-waves.ts";
import { WaveSettings } from "./WaveSettings.tsx";

interface WaveCardProps {
  readonly wave: WaveSummary;
  readonly heardAt: number;
}

export function WaveCard({ wave, heardAt }: WaveCardProps) {
  const { t, language } = useWording();
  const fieldNow = useFieldNow(wave, heardAt);
  const mayExport = useMay("export.read");
  const params = { wave: wave.id };
  return (
    <article className="mo-card" aria-labelledby={`wave-${wave.id}`}>
      <div className="mo-clockline" data-mode={wave.mode}>
        {wave.mode === "live" && (
          <span>
            <strong>{t("monitor.waves.live")}</strong> – {t("monitor.waves.realPeople")}
          </span>
        )}
        <TestWaveBanner mode={wave.mode} fieldNow={fieldNow} zone={zoneOf(wave)} />
      </div>
      <div className="mo-card__body">
        <Group justify="space-between" align="start">
          <div>
            <h2 id={`wave-${wave.id}`} className="mo-card__title">
              {wave.title}
            </h2>
            <p className="mo-card__sub">
              {wave.study.title} · {t("monitor.waves.dates")}: {day(wave.fieldFrom, language)} –{" "}
              {day(wave.fieldTo, language)}
            </p>
          </div>
          <Badge variant="outline" color="var(--ink)" size="lg" tt="none">
            {t(`monitor.waves.state.${wave.state}`)}
          </Badge>
        </Group>
        <div className="mo-card__halves">
          <CompletesTable wave={wave} fieldNow={fieldNow} />
          <WaveSettings wave={wave} />
        </div>
        <Group>
          <Button
            renderRoot={(props) => <Link to="/waves/$wave/wall" params={params} {...props} />}
            aria-label={t("monitor.waves.wallOf", { wave: wave.title })}
          >
            {t("monitor.nav.wall")}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/waves/$wave/interviews" params={params} {...props} />}
            aria-label={t("monitor.waves.openOf", { wave: wave.title })}
          >
            {t("monitor.nav.interviews")}
          </Button>
          {mayExport && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/waves/$wave/exports" params={params} {...props} />}
              aria-label={t("monitor.waves.exportsOf", { wave: wave.title })}
            >
              {t("monitor.nav.exports")}
            </Button>
          )}
        </Group>
      </div>
    </article>
  );
}
