// Nothing to call: the reasons, counted, and when the next case is due.

import type { NothingToCall, WaveSummary } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { dayOfWeek, localeOf, reasonWhyNone, timeOfDay, useWording, zoneName } from "@fieldline/wording";
import { useSeatState } from "../use-seat.ts";

export interface NothingToCallNoteProps {
  readonly nothing: NothingToCall;
  readonly wave: WaveSummary;
}

export function NothingToCallNote({ nothing, wave }: NothingToCallNoteProps) {
  const { t, language } = useWording();
  const { me } = useSeatState();
  const zone = wave.countries.find(({ code }) => me?.countries.includes(code))?.timeZone ?? "UTC";
  const number = new Intl.NumberFormat(localeOf(language));
  const due = nothing.nextDueAt === null ? null : Date.parse(nothing.nextDueAt);
  return (
    <EmptyState title={t("console.nothing.title")}>
      {nothing.counts.length === 0 ? (
        <p>{t("console.nothing.empty")}</p>
      ) : (
        <table className="co-counts">
          <caption>{t("console.nothing.counts")}</caption>
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
      <p>
        {due === null
          ? t("console.nothing.noneDue")
          : t("console.nothing.nextDue", {
              time: `${dayOfWeek(due, zone, language)}, ${timeOfDay(due, zone, language)}`,
              zone: zoneName(t, zone),
            })}
      </p>
    </EmptyState>
  );
}
