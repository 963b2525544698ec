// What desks were told: every acknowledgement, kept apart from the server, to be held against the database in the end.

export interface KeptOperation {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  /** As it was posted. */
  readonly body: Readonly<Record<string, unknown>>;
  /** As it was answered, of a quota check. */
  readonly verdict?: string;
}

export interface KeptCommand {
  readonly name: CommandName;
  readonly commandId: string;
  /** The row it made, where the desk gave that its id. */
  readonly made?: string;
}

export type CommandName = "nextCase" | "dial" | "begin" | "close" | "giveBack";

export class Ledger {
  /** By interview. */
  readonly operations = new Map<string, KeptOperation[]>();
  readonly commands: KeptCommand[] = [];
  /** Operations the server keeps beside the log, since somebody else had gone on. */
  readonly branched: KeptOperation[] = [];
  /** Refused for good, by their problem's code. */
  readonly refused: { readonly what: string; readonly code: string }[] = [];
  /** Numbers by their id, from the moment a do-not-call outcome was acknowledged. */
  readonly doNotCall = new Set<string>();
  /** What nobody may ever get: a 5xx without Retry-After, a repetition that is answered otherwise. */
  readonly faults: string[] = [];
  /** When the last acknowledgement came, by `performance.now()`. */
  lastAt = 0;
  /** The longest time between two acknowledgements, in milliseconds, since somebody set it back. */
  longestSilence = 0;
  acknowledged = 0;

  operation(interview: string, kept: KeptOperation): void {
    const log = this.operations.get(interview) ?? [];
    log.push(kept);
    this.operations.set(interview, log);
    this.#note();
  }

  command(kept: KeptCommand): void {
    this.commands.push(kept);
    this.#note();
  }

  branch(kept: KeptOperation): void {
    this.branched.push(kept);
    this.#note();
  }

  #note(): void {
    this.acknowledged++;
    const now = performance.now();
    this.longestSilence = Math.max(this.longestSilence, now - this.lastAt);
    this.lastAt = now;
  }
}
