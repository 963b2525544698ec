// What came of the call that was closed last.

import { dayOfWeek, outcomeLabel, timeOfDay, useWording } from "@fieldline/wording";
import type { LastOutcome } from "../seat/seat-state.ts";

export function LastOutcomeNote({ last }: { readonly last: LastOutcome }) {
  const { t, language } = useWording();
  const { disposition, reply, timeZone } = last;
  const due = reply.dueAt === null ? null : Date.parse(reply.dueAt);
  return (
    <div className="co-last" role="status">
      <strong>
        {t("console.outcome.done")}: {outcomeLabel(t, disposition)}
      </strong>
      <span>
        {t(reply.caseState === "closed" ? "console.outcome.caseClosed" : "console.outcome.caseOpen")}{" "}
        {reply.numberClosed && reply.caseState === "open" && `${t("console.outcome.numberClosed")} `}
        {reply.keepsCase && t("console.outcome.keepsCase")}
        {due !== null &&
          !reply.keepsCase &&
          t("console.outcome.comesBack", {
            time: `${dayOfWeek(due, timeZone, language)}, ${timeOfDay(due, timeZone, language)}`,
            zone: timeZone,
          })}
      </span>
    </div>
  );
}
