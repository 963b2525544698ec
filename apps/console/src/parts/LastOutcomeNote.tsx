// What came of the call that was closed last, and the key that mends a wrong outcome.

import { dayOfWeek, outcomeLabel, timeOfDay, useWording } from "@fieldline/wording";
import type { LastOutcome } from "../seat/seat-state.ts";
import { LastNote } from "./LastNote.tsx";

export interface LastOutcomeNoteProps {
  readonly last: LastOutcome;
  readonly onMend?: (() => void) | undefined;
}

export function LastOutcomeNote({ last, onMend }: LastOutcomeNoteProps) {
  const { t } = useWording();
  const { disposition, reply, timeZone, mended } = last;
  return (
    <LastNote isNews onMend={onMend}>
      <strong>
        {t(mended ? "console.mend.done" : "console.outcome.done")}: {outcomeLabel(t, disposition)}
      </strong>
      <span>
        {reply ? <WhatCameOfIt reply={reply} timeZone={timeZone} /> : t("console.outcome.keptHere")}
      </span>
    </LastNote>
  );
}

interface WhatCameOfItProps {
  readonly reply: NonNullable<LastOutcome["reply"]>;
  readonly timeZone: string;
}

function WhatCameOfIt({ reply, timeZone }: WhatCameOfItProps) {
  const { t, language } = useWording();
  const { appointment, caseState, dueAt, keepsCase, numberClosed } = reply;
  const dayAndTime = (at: number): string =>
    `${dayOfWeek(at, timeZone, language)}, ${timeOfDay(at, timeZone, language)}`;
  const comesBack = dueAt !== null && !keepsCase && !appointment;
  return (
    <>
      {t(caseState === "closed" ? "console.outcome.caseClosed" : "console.outcome.caseOpen")}{" "}
      {numberClosed && caseState === "open" && `${t("console.outcome.numberClosed")} `}
      {keepsCase && t("console.outcome.keepsCase")}
      {appointment &&
        t("console.outcome.appointment", { time: dayAndTime(Date.parse(appointment.startsAt)) })}
      {comesBack && t("console.outcome.comesBack", { time: dayAndTime(Date.parse(dueAt)), zone: timeZone })}
    </>
  );
}
