// Why this case: the appointment, then the other reasons, the weightiest first, each in a few words.

import type { CaseOnDesk } from "@fieldline/protocol";
import { reasonWhyThis, type Strings, useWording, weightiestFirst } from "@fieldline/wording";
import { regionName } from "../interview/region-name.ts";
import { useRelease } from "../screens/use-spoken.ts";
import { AppointmentWords } from "./AppointmentWords.tsx";

/** As many as are read at a glance before a call. */
const atMost = 3;

export function Reasons({ held }: { readonly held: CaseOnDesk }) {
  const { t, language } = useWording();
  const instrument = useRelease()?.release.instrument;
  const names = {
    language,
    region: (code: string) => regionName(instrument, held.country, language, code),
  };
  const reasons = held.reasons.filter(({ code }) => code !== "appointment" || !held.appointment);
  return (
    <div className="co-case__why">
      <h2>{t("console.why.title")}</h2>
      <ul>
        {held.appointment && (
          <li>
            <AppointmentWords appointment={held.appointment} />
          </li>
        )}
        {weightiestFirst(reasons)
          .slice(0, atMost)
          .map((reason) => (
            <li key={reason.code}>
              {reasonWhyThis(t, reason, names)}
              {reason.code === "conversion" && <SaidThen held={held} />}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** What was said when they declined, and what they were told then. */
function SaidThen({ held }: { readonly held: CaseOnDesk }) {
  const { t } = useWording();
  const declined = held.attempts.findLast((attempt) => attempt.reason !== null);
  if (!declined) return null;
  const { reason: why, replyUsed: reply } = declined;
  return (
    <span className="fl-soft fl-small co-case__then">
      {t("console.why.saidThen", { reason: t(`outcomes.reason.${why as RefusalReason}`) })}
      {reply && ` · ${t("console.why.repliedThen", { reply: t(`outcomes.reply.${reply as ReplyUsed}`) })}`}
    </span>
  );
}

type RefusalReason = keyof Strings["outcomes"]["reason"];
type ReplyUsed = keyof Strings["outcomes"]["reply"];
