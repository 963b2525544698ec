// What is digested: one text for each row and each block, the same for the same content and for no other.

/** The columns as PostgreSQL writes them as text; null stays null. */
export type Columns = readonly (string | null)[];

export type SealedLog = "journal" | "operations";

/** Which columns a row's text has. A further column of a table needs a further form; old blocks keep theirs. */
export const presentForm = 1;

export interface BlockContent {
  readonly number: number;
  readonly log: SealedLog;
  readonly form: number;
  /** Machine time. */
  readonly sealedAt: Date;
  /** Of the journal: up to here every number is sealed by now, or no row will ever have it. */
  readonly settledTo: string | null;
  /** Of the journal: the highest number in it. */
  readonly highest: string | null;
  /** Of the journal: the number given last before it was sealed, so higher ones are of later commands. */
  readonly given: string | null;
  /** Of operations: the interview of each row. */
  readonly interviewIds: readonly string[];
  /** The number of each entry, or the sequence of each operation in its interview. */
  readonly seqs: readonly string[];
  /** 32 bytes a row. */
  readonly rowDigests: Buffer;
  /** Of operations: 32 bytes a row. */
  readonly valueDigests: Buffer;
  readonly previous: Buffer;
}

/**
 * JSON of a list of strings and nulls: quoted and escaped, so that no two lists have the same text.
 * @param values of operations: the hex digest of what a withdrawal erases
 */
export const rowText = (log: SealedLog, columns: Columns, values?: string): string =>
  JSON.stringify([log, ...columns, ...(values === undefined ? [] : [values])]);

/** Everything of a block but its own digest. */
export const blockText = (block: BlockContent): string =>
  JSON.stringify([
    "block",
    block.number,
    block.log,
    block.form,
    block.sealedAt.toISOString(),
    block.settledTo,
    block.highest,
    block.given,
    block.interviewIds,
    block.seqs,
    ...[block.rowDigests, block.valueDigests, block.previous].map((bytes) => bytes.toString("hex")),
  ]);
