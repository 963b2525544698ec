// The one logger. Contacts, answers and secrets have no place in it, whoever hands them over by mistake.

import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type { Logger } from "pino";

/** Names of fields that may hold a person, an answer or a secret. */
const private_ = [
  "password",
  "passwordHash",
  "token",
  "cookie",
  "authorization",
  "number",
  "display",
  "phone",
  "name",
  "displayName",
  "address",
  "contact",
  "askFor",
  "note",
  "notes",
  "text",
  "answer",
  "answers",
  "value",
  "values",
  "body",
  "detail",
];

/** A star stands for one level only, so each level that a log line may have is listed. */
const paths = private_.flatMap((field) => ["", "*.", "*.*.", "*.*.*."].map((level) => `${level}${field}`));

/** An error by its kind, code and place. Its message is left out: databases and parsers quote values in theirs. */
function errorLine(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
  };
}

/** `to` takes the lines in tests; otherwise they go to standard output. */
export function createLogger(level: Config["logLevel"], to?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: "[withheld]" },
    serializers: { err: errorLine },
  };
  return to ? pino(options, to) : pino(options);
}
