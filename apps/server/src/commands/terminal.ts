// What all operators' commands share: options, --help, one clear sentence for whatever goes wrong.

import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Config } from "../platform/config.ts";
import { patienceOfOperators } from "../platform/db/database.ts";
import { isDatabaseAway, ranOutOfTime } from "../platform/db/errors.ts";
import type { Platform } from "../platform/platform.ts";
import { OperatorError, sentenceOf } from "../platform/problems/operator-error.ts";
import { Refusal } from "../platform/problems/refusal.ts";
import { withPlatform } from "../platform/with-platform.ts";
import { problemForOperators } from "./problem-sentences.ts";

export interface Terminal {
  out(line: string): void;
  err(line: string): void;
}

export const realTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Options without a value that were given. */
  readonly flags: ReadonlySet<string>;
}

/** Runs with the arguments; what it returns is the exit code. */
export type OperatorCommand = (
  args: Arguments,
  terminal: Terminal,
  withDatabase: WithDatabase,
) => Promise<number>;

/** Opens the database for the time of `work`; called only once the arguments have been found right. */
export type WithDatabase = <Value>(work: (platform: Platform) => Promise<Value>) => Promise<Value>;

export const withOwnDatabase =
  (config?: Config): WithDatabase =>
  (work) =>
    withPlatform(work, config);

/** Wrong use of a command: its usage is shown, and nothing was done. */
export class WrongUse extends Error {}

export interface Described {
  readonly usage: string;
  /** Options that take a value. */
  readonly options: readonly string[];
  /** Options without one. */
  readonly flags?: readonly string[];
  readonly run: OperatorCommand;
}

/** Runs a command. @returns the exit code: 0 done, 1 refused or failed, 2 wrongly used */
export async function runCommand(
  { usage, options, flags = [], run }: Described,
  argv: readonly string[],
  terminal: Terminal = realTerminal,
  withDatabase: WithDatabase = withOwnDatabase(),
): Promise<number> {
  try {
    const args = readArguments(argv, options, flags);
    if (args === "help") {
      terminal.out(usage);
      return 0;
    }
    return await run(args, terminal, withDatabase);
  } catch (error) {
    if (error instanceof WrongUse) {
      terminal.err(`${error.message}\n${usage}`);
      return 2;
    }
    terminal.err(failureOf(error));
    return 1;
  }
}

function failureOf(error: unknown): string {
  if (error instanceof Refusal) return problemForOperators(error.problem);
  if (ranOutOfTime(error)) {
    const minutes = patienceOfOperators.transaction / 60_000;
    return `It took longer than ${minutes} minutes, so nothing was changed; try it in smaller parts.`;
  }
  if (isDatabaseAway(error)) return "The database cannot be reached any more; nothing was changed.";
  return sentenceOf(error);
}

function readArguments(
  argv: readonly string[],
  names: readonly string[],
  known: readonly string[],
): Arguments | "help" {
  const options: ParseArgsOptionsConfig = { help: { type: "boolean", short: "h" } };
  for (const name of names) options[name] = { type: "string" };
  for (const name of known) options[name] = { type: "boolean" };
  try {
    const { positionals, values } = parseArgs({ args: [...argv], options, allowPositionals: true });
    if (values["help"]) return "help";
    const flags = new Set(known.filter((name) => values[name] === true));
    return { positionals, values: values as Arguments["values"], flags };
  } catch (error) {
    throw new WrongUse((error as Error).message.split(". ")[0] ?? "The options cannot be read.");
  }
}

/** `--languages da,en` as a list; what is said twice counts once. */
export const listOf = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
];

/** @throws OperatorError naming what is allowed */
export function oneOf<Value extends string>(what: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw new OperatorError(`${what} must be one of ${allowed.join(", ")}, not "${text}".`);
}
