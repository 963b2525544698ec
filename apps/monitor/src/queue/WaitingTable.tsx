// What waits in each country, every case under one reason, with the sums; a country opens its regions below.

import type { WaveQueue } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { number, shortDayAndTime } from "../format.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { saveWaveFile } from "../tables/wave-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { StandsHow } from "./StandsHow.tsx";
import { countOf, type QueueCountry, shownReasons } from "./waiting.ts";

interface WaitingTableProps {
  readonly queue: WaveQueue;
  readonly chosen: string;
}

export function WaitingTable({ queue: { countries, asOf }, chosen }: WaitingTableProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const title = t("monitor.queue.waiting.title");
  const reasons = shownReasons(countries);
  const nextDue = ({ nextDueAt, timeZone }: QueueCountry): string =>
    nextDueAt === null ? t("monitor.none") : shortDayAndTime(nextDueAt, timeZone, language);
  const save = (): void => {
    const header = [t("monitor.queue.waiting.reason"), ...countries.map(({ country }) => country)];
    const lines = [
      ...reasons.map((reason) => [
        t(`monitor.queue.reason.${reason}`),
        ...countries.map(({ counts }) => String(countOf(counts, reason))),
      ]),
      [t("monitor.queue.waiting.all"), ...countries.map(({ cases }) => String(cases))],
      [t("monitor.queue.waiting.nextDue"), ...countries.map(({ nextDueAt }) => nextDueAt ?? "")],
    ];
    saveWaveFile({ wave, name: "queue", asOf, header, lines }, t, language);
  };
  return (
    <section className="mo-case__part" aria-label={title}>
      <header className="mo-case__head">
        <h2>{title}</h2>
        <Button
          variant="default"
          size="compact-sm"
          className="mo-no-print"
          aria-label={`CSV: ${title} – ${t("monitor.interviews.download")}`}
          onClick={save}
        >
          CSV
        </Button>
      </header>
      <Scroll label={t("monitor.cases.tableOf", { title })}>
        <table className="mo-table mo-queue__waiting" data-dense>
          <caption className="fl-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("monitor.queue.waiting.reason")}</th>
              {countries.map((one) => (
                <th key={one.country} scope="col" data-align="end">
                  <Link
                    from="/waves/$wave/queue"
                    search={(view) => ({ ...view, country: one.country })}
                    replace
                    resetScroll={false}
                    aria-current={one.country === chosen || undefined}
                  >
                    {countryName(one.country, language)}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t("monitor.queue.waiting.now")}</th>
              {countries.map((one) => (
                <td key={one.country} className="mo-queue__stands">
                  <StandsHow of={one} />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t("monitor.queue.waiting.nextDue")}</th>
              {countries.map((one) => (
                <td key={one.country} data-align="end">
                  {nextDue(one)}
                </td>
              ))}
            </tr>
            {reasons.map((reason) => (
              <tr key={reason} data-reason={reason}>
                <th scope="row">{t(`monitor.queue.reason.${reason}`)}</th>
                {countries.map(({ country, counts }) => {
                  const count = countOf(counts, reason);
                  return (
                    <td key={country} data-align="end" data-none={count === 0 || undefined}>
                      {number(count, language)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("monitor.queue.waiting.all")}</th>
              {countries.map(({ country, cases }) => (
                <td key={country} data-align="end">
                  {number(cases, language)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </section>
  );
}
