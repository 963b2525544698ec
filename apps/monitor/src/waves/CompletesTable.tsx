// Completed interviews by country, with the time it is there.

import type { WaveSummary } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { countryName, timeOfDay, useWording } from "@fieldline/wording";
import { number } from "../format.ts";

interface CompletesTableProps {
  readonly wave: WaveSummary;
  readonly fieldNow: () => number;
}

export function CompletesTable({ wave, fieldNow }: CompletesTableProps) {
  const { t, language } = useWording();
  const now = useTicking(fieldNow);
  const zones = new Map(wave.countries.map(({ code, timeZone }) => [code, timeZone]));
  const total = wave.completes.reduce((sum, { completed }) => sum + completed, 0);
  return (
    <table className="mo-table">
      <caption className="fl-visually-hidden">{t("monitor.waves.completesOf", { wave: wave.title })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("monitor.waves.country")}</th>
          <th scope="col" data-align="end">
            {t("monitor.waves.localTime")}
          </th>
          <th scope="col" data-align="end">
            {t("monitor.waves.completed")}
          </th>
        </tr>
      </thead>
      <tbody>
        {wave.completes.map(({ country, completed }) => {
          const zone = zones.get(country);
          return (
            <tr key={country}>
              <th scope="row">
                {countryName(country, language)} <span className="fl-soft">{country}</span>
              </th>
              <td data-align="end">{zone ? timeOfDay(now, zone, language) : t("monitor.none")}</td>
              <td data-align="end">{number(completed, language)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t("monitor.waves.total")}
          </th>
          <td data-align="end">{number(total, language)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
