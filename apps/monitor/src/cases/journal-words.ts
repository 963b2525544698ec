// The journal of a case in words: what was done, and what became of what.

import { languageName, outcomeLabel, problemText, type Translate } from "@fieldline/wording";
import { shortDayAndTime } from "../format.ts";
import { reasonLabel, replyLabel } from "./words.ts";

type Told = Readonly<Record<string, unknown>>;

export interface JournalReader {
  readonly t: Translate;
  readonly language: string;
  /** In which field time is shown. */
  readonly zone: string;
}

/** `calling.closeAttempt` → Outcome given; the name itself where the page is older than the server. */
export const actionLabel = (t: Translate, action: string): string =>
  t(`monitor.cases.action.${action.replace(".", "_") as "calling_dial"}`, { defaultValue: action });

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Names of things in the database, and what only a program can read. */
const silent: ReadonlySet<string> = new Set(["fence", "release", "rules", "rank"]);

const isTold = (part: string, value: unknown): boolean =>
  !silent.has(part) &&
  value !== null &&
  value !== undefined &&
  typeof value !== "object" &&
  !(typeof value === "string" && uuid.test(value));

/** `Outcome: No answer → Busy; Case: open`; ids and what did not change are left out. */
export function changeText(
  { before, after }: { readonly before: Told; readonly after: Told },
  reader: JournalReader,
): string {
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return parts
    .filter((part) => before[part] !== after[part] || !(part in before))
    .flatMap((part) => {
      const told = [before[part], after[part]].filter((value) => isTold(part, value));
      const values = told.map((value) => inWords(part, value, reader));
      return values.length === 0 ? [] : [`${partLabel(part, reader.t)}: ${values.join(" → ")}`];
    })
    .join("; ");
}

const partLabel = (part: string, t: Translate): string =>
  t(`monitor.cases.part.${part as "disposition"}`, { defaultValue: part });

function inWords(part: string, value: unknown, { t, language, zone }: JournalReader): string {
  if (typeof value === "boolean") return t(value ? "monitor.yes" : "monitor.no");
  if (typeof value !== "string") return String(value);
  switch (part) {
    case "disposition":
    case "closedAs":
      return outcomeLabel(t, value);
    case "reason":
      return reasonLabel(t, value);
    case "problem":
      return problemText(t, { code: value }, language);
    case "replyUsed":
      return replyLabel(t, value);
    case "language":
    case "languageNeeded":
      return languageName(value, language);
    case "startsAt":
    case "dueAt":
      return shortDayAndTime(value, zone, language);
    case "status":
      return t(`monitor.interviews.statuses.${value as "void"}`, { defaultValue: value });
    default:
      return t(`monitor.cases.value.${value as "open"}`, { defaultValue: value });
  }
}
