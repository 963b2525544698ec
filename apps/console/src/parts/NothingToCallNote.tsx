// Nothing to call: the reasons, as they were counted, and when the next case is due or that it is by now.

import type { NothingToCall, WaveSummary } from "@fieldline/protocol";
import { EmptyState, useTicking } from "@fieldline/ui";
import { dayOfWeek, localeOf, reasonWhyNone, timeOfDay, useWording, zoneName } from "@fieldline/wording";
import { useSeat, useSeatState } from "../use-seat.ts";

export interface NothingToCallNoteProps {
  readonly nothing: NothingToCall;
  readonly wave: WaveSummary;
}

export function NothingToCallNote({ nothing, wave }: NothingToCallNoteProps) {
  const { t, language } = useWording();
  const { me } = useSeatState();
  const fieldNow = useTicking(useSeat().fieldNow, 5_000);
  const zone = wave.countries.find(({ code }) => me?.countries.includes(code))?.timeZone ?? "UTC";
  const number = new Intl.NumberFormat(localeOf(language));
  const asOf = timeOfDay(Date.parse(nothing.asOf), zone, language);
  const due = nothing.nextDueAt === null ? null : Date.parse(nothing.nextDueAt);
  return (
    <EmptyState title={t("console.nothing.title")}>
      {nothing.counts.length === 0 ? (
        <p>{t("console.nothing.empty")}</p>
      ) : (
        <table className="co-counts">
          <caption>{t("console.nothing.counts", { time: asOf })}</caption>
          <tbody>
            {nothing.counts.map(({ reason, count }) => (
              <tr key={reason}>
                <td className="co-number">{number.format(count)}</td>
                <th scope="row">{reasonWhyNone(t, reason)}</th>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status">
        {due !== null && due <= fieldNow && t("console.nothing.dueNow")}
        {due === null && t("console.nothing.noneDue")}
        {due !== null &&
          due > fieldNow &&
          t("console.nothing.nextDue", {
            time: `${dayOfWeek(due, zone, language)}, ${timeOfDay(due, zone, language)}`,
            zone: zoneName(t, zone),
          })}
      </p>
    </EmptyState>
  );
}
