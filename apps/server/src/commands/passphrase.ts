// A passphrase from a file, since what stands in a command line can be read by everybody on the machine.

import { readFileSync } from "node:fs";
import { OperatorError } from "../platform/problems/operator-error.ts";

const shortest = 12;

/** The first line of the file; null for no file. @throws OperatorError */
export function readPassphrase(path: string | undefined): string | null {
  if (path === undefined) return null;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(`The passphrase in ${path} cannot be read (${code ?? "unknown"}).`);
  }
  const phrase = (text.split("\n")[0] ?? "").trim();
  if (phrase.length >= shortest) return phrase;
  throw new OperatorError(`The passphrase in ${path} must have at least ${shortest} characters.`);
}
