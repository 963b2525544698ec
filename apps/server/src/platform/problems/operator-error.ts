// What an operator must mend before the server can run, in one sentence that says what and how.

export class OperatorError extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = "OperatorError";
  }
}

/** One line for the terminal: the sentence of an OperatorError, anything else with its stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs `work` as a process of its own would: an operator's error is one line on stderr and exit code 1. */
export async function asProcess(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}
