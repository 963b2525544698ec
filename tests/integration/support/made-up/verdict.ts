// Whether an answer may be as it is: no fault, of the form that was promised, and silent about what was sent.

import { problems } from "@fieldline/protocol";
import type { Operation } from "./description.ts";
import { canary, canaryNumber } from "./odd.ts";

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** What was logged meanwhile. */
  readonly log: readonly string[];
}

/** National digits of the made-up number. */
const digits = canaryNumber.replace(/\D/g, "").slice(2);

/** Whether a text says what was made up, in whatever spelling. */
export const betrays = (text: string): boolean =>
  text.toLowerCase().includes(canary.toLowerCase()) || text.replace(/[\s()+.-]/g, "").includes(digits);

/** What is wrong with the answer; empty where nothing is. */
export function complaints(operation: Pick<Operation, "broken">, answered: Answered): string[] {
  const { status, headers, text, log } = answered;
  const isJson = String(headers["content-type"]).startsWith("application/json");
  const body = text === "" ? null : isJson ? readJson(text) : text;
  const isError = status >= 400;
  const refusal = isError ? operation.broken(status, body) : null;
  const code = (body as { code?: unknown } | null)?.code;
  const found = [
    [status >= 500, `${status}: ${text}`],
    [!isError && operation.broken(status, body) !== null, String(operation.broken(status, body))],
    [refusal !== null, `not a problem: ${refusal}: ${text}`],
    [isError && !Object.hasOwn(problems, String(code)), `no registered code: ${String(code)}`],
    [isError && betrays(text), `what was sent stands in the refusal: ${text}`],
    [betrays(JSON.stringify(headers)), `what was sent stands in a header: ${JSON.stringify(headers)}`],
    ...log.flatMap((line) => [
      [betrays(line), `what was sent stands in the log: ${line}`] as const,
      [(JSON.parse(line) as { level: number }).level >= 50, `an error was logged: ${line}`] as const,
    ]),
  ] as const;
  return found.flatMap(([isSo, said]) => (isSo ? [said] : []));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `not JSON: ${text}`;
  }
}
