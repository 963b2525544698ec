// One export: when and by whom, how many interviews of which countries, and its files.

import type { ExportBody } from "@fieldline/protocol";
import { countryName, useWording, zoneName } from "@fieldline/wording";
import { Badge, Group } from "@mantine/core";
import { dayAndTime } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { FileTable } from "./FileTable.tsx";

export function ExportCard({ made }: { readonly made: ExportBody }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  const time = dayAndTime(made.createdAt, undefined, language, true);
  return (
    <article className="mo-card" aria-labelledby={`export-${made.id}`}>
      <div className="mo-card__body">
        <Group justify="space-between" align="start">
          <div>
            <h2 id={`export-${made.id}`} className="mo-card__title">
              {t("monitor.waves.interviews", { count: made.interviews })} ·{" "}
              {made.countries.map((country) => countryName(country, language)).join(", ")}
            </h2>
            <p className="mo-card__sub">
              {t("monitor.exports.made", { time, name: made.createdBy })} ·{" "}
              {t("monitor.exports.fieldTime", {
                time: dayAndTime(made.fieldAt, zone, language),
                place: zoneName(t, zone),
              })}
            </p>
          </div>
          <Badge variant="outline" color="var(--ink)" size="lg" tt="none">
            {t(made.waveMode === "test" ? "monitor.waves.test" : "monitor.waves.live")}
          </Badge>
        </Group>
        <FileTable made={made} time={time} />
      </div>
    </article>
  );
}
