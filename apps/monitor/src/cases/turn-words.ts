// How a case stands for being handed out, beside its state and when it is due: one sentence for each thing.

import type { CasePage } from "@fieldline/protocol";
import type { Translate } from "@fieldline/wording";
import { shortDayAndTime } from "../format.ts";

type Standing = Pick<
  CasePage,
  "held" | "avoids" | "needsSkill" | "keptFor" | "notFor" | "nextNumber" | "numbers" | "timeZone"
>;

/** The weightiest first. The next number only where there are several. */
export function turnWords(page: Standing, t: Translate, language: string): string[] {
  const { held, avoids, needsSkill, keptFor, notFor, nextNumber, numbers, timeZone } = page;
  return [
    held && t(`monitor.cases.held.${held}`),
    keptFor &&
      (keptFor.until === null
        ? t("monitor.cases.turn.onlyFor", { name: keptFor.interviewer })
        : t("monitor.cases.turn.firstFor", {
            name: keptFor.interviewer,
            until: shortDayAndTime(keptFor.until, timeZone, language),
          })),
    notFor !== null && t("monitor.cases.turn.notFor", { name: notFor }),
    needsSkill !== null && t("monitor.cases.turn.skill"),
    avoids && t("monitor.cases.turn.avoids", { daypart: t(`monitor.queue.daypart.${avoids}`) }),
    nextNumber !== null && numbers.length > 1 && t("monitor.cases.turn.number", { position: nextNumber }),
  ].filter((line) => typeof line === "string");
}
