// What was told along with an outcome, in one line before it is entered.

import type { AppointmentWish } from "@fieldline/protocol";
import { dayOfWeek, languageName, useWording } from "@fieldline/wording";
import type { Told } from "../outcome/steps.ts";
import { spanInWords } from "../outcome/wall-time.ts";

export function ToldWords({ told }: { readonly told: Told }) {
  const { t, language } = useWording();
  const { appointment, reason, replyUsed, languageNeeded, askFor } = told;
  const day = appointment && dayOfWeek(Date.parse(`${appointment.date}T12:00:00Z`), "UTC", language);
  const time = appointment && timeOf(appointment, language);
  const words = [
    time && `${day}, ${t("console.followUp.there", { time })}`,
    reason && t(`outcomes.reason.${reason}`),
    replyUsed && t(`outcomes.reply.${replyUsed}`),
    languageNeeded && languageName(languageNeeded, language),
    askFor && t("console.call.askFor", { name: askFor }),
  ].filter((each) => each !== undefined && each !== "");
  return words.length === 0 ? null : <span className="co-told">{words.join(" · ")}</span>;
}

const timeOf = (wish: AppointmentWish, language: string): string =>
  wish.kind === "exact"
    ? spanInWords(wish.time, wish.time, language)
    : spanInWords(wish.from, wish.to, language);
