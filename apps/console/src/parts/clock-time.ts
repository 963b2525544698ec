// Time of day on the interviewer's own clock.

import { localeOf } from "@fieldline/wording";

export const clockTime = (at: number, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
