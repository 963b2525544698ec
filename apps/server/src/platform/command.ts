// A write is a value: name, access, data class, input schema, and one transaction that ends in a journal entry.

import type { CommandId, Instant, Random } from "@fieldline/kernel";
import type { Action } from "@fieldline/protocol";
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import type { WaveTime } from "./clocks.ts";
import type { DataClass } from "./data-class.ts";
import type { JournalNote } from "./journal.ts";
import type { ReadTx, WriteTx } from "./tx.ts";

/** What a verb may know besides the database. Instants are taken once, so all it writes bears the same time. */
export interface QueryContext {
  readonly actor: Actor;
  readonly machineNow: Instant;
  /** Field time of a wave at `machineNow`. */
  fieldNow(wave: WaveTime): Instant;
}

export interface CommandContext extends QueryContext {
  readonly commandId: CommandId;
  readonly random: Random;
  /** A fresh UUID for a row. */
  newId(): string;
}

/** `unchanged` says openly that nothing changed, so there is nothing to journal. */
export type JournalOf = JournalNote | readonly [JournalNote, ...JournalNote[]] | "unchanged";

/** All that is to be journalled of a change, which may be nothing. */
export function journalOf(notes: readonly JournalNote[]): JournalOf {
  const [first, ...rest] = notes;
  return first ? [first, ...rest] : "unchanged";
}

/** What `run` hands back. `stored` is kept with the command's id in place of `reply`: ids and outcomes only. */
export interface Done<Reply> {
  readonly reply: Reply;
  readonly journal: JournalOf;
}
export interface DoneStored<Reply, Stored> extends Done<Reply> {
  readonly stored: Stored;
}

/**
 * A row of the access table; or `public` for what comes before a session, `duty` for what the server does by
 * itself, null for what only an operator with a shell on the machine can ask for.
 */
export type CommandAction = Action | "public" | "duty" | null;

interface Common<Input extends z.ZodType, Reply extends z.ZodType> {
  /** Room and verb, as the journal and the receipts name it: `calling.giveBack`. */
  readonly name: string;
  /** The entry of the access table that must allow it. */
  readonly action: CommandAction;
  readonly data: DataClass;
  readonly input: Input;
  readonly reply: Reply;
  /** Passwords among the input: of these nothing at all is kept, so a repetition is not told by them. */
  readonly secret?: readonly (keyof z.output<Input> & string)[];
  /** Scope: throws a refusal where this actor may not do this here. Runs first, in the same transaction. */
  readonly allow?: (tx: ReadTx, ctx: CommandContext, input: z.output<Input>) => Promise<void>;
}

/** A command whose reply may be stored as it is: no contact data, no answers in it. */
export interface PlainCommand<Input extends z.ZodType, Reply extends z.ZodType> extends Common<Input, Reply> {
  readonly run: (tx: WriteTx, ctx: CommandContext, input: z.output<Input>) => Promise<Done<z.output<Reply>>>;
  readonly rerender?: never;
}

/** A command whose reply is read again when it is repeated; what is stored are ids and outcomes. */
export interface RerenderedCommand<Input extends z.ZodType, Reply extends z.ZodType, Stored>
  extends Common<Input, Reply> {
  readonly run: (
    tx: WriteTx,
    ctx: CommandContext,
    input: z.output<Input>,
  ) => Promise<DoneStored<z.output<Reply>, Stored>>;
  readonly rerender: (
    tx: ReadTx,
    ctx: CommandContext,
    stored: Stored,
    input: z.output<Input>,
  ) => Promise<z.output<Reply>>;
}

export type Command<Input extends z.ZodType, Reply extends z.ZodType, Stored = unknown> =
  | PlainCommand<Input, Reply>
  | RerenderedCommand<Input, Reply, Stored>;

/** Declares a write. Without a journal in what `run` returns it does not compile. */
export function command<Input extends z.ZodType, Reply extends z.ZodType>(
  spec: PlainCommand<Input, Reply>,
): PlainCommand<Input, Reply>;
export function command<Input extends z.ZodType, Reply extends z.ZodType, Stored>(
  spec: RerenderedCommand<Input, Reply, Stored>,
): RerenderedCommand<Input, Reply, Stored>;
export function command(spec: unknown): unknown {
  return spec;
}

/** A read: access and data class, one READ ONLY transaction, no way to write. */
export interface Query<Input extends z.ZodType, Reply extends z.ZodType> {
  readonly name: string;
  readonly action: CommandAction;
  readonly data: DataClass;
  readonly input: Input;
  readonly reply: Reply;
  readonly run: (tx: ReadTx, ctx: QueryContext, input: z.output<Input>) => Promise<z.output<Reply>>;
}

export const query = <Input extends z.ZodType, Reply extends z.ZodType>(
  spec: Query<Input, Reply>,
): Query<Input, Reply> => spec;
