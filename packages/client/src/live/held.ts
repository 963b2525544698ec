// What a page holds of a stream, and how the next piece of news changes it.

import type { NewsMessage, StreamName, StreamRows } from "@fieldline/protocol";

/** Rows by table and by id, in the order in which they were first sent. */
export type Tables<Name extends StreamName> = {
  readonly [Table in keyof StreamRows[Name]]: ReadonlyMap<string, RowOf<Name, Table>>;
};
export type RowOf<
  Name extends StreamName,
  Table extends keyof StreamRows[Name],
> = StreamRows[Name][Table] extends readonly (infer Row)[] ? Row : never;

export interface Held<Name extends StreamName> {
  readonly rows: Tables<Name>;
  /** The countries that this person could see of the wave then. */
  readonly countries: readonly string[];
  /** The stamp up to which the rows are true. */
  readonly upTo: number;
  /** The server's machine time when it said so. */
  readonly asOf: string;
}

export interface Reading<Name extends StreamName> {
  readonly held: Held<Name> | null;
  /** What was asked for and has not come: all rows, or what changed since `held.upTo`. */
  readonly awaits: "everything" | "changes" | null;
}

/** `gap`: something between what is held and this was missed, so everything must be asked for. */
export type Heard<Name extends StreamName> =
  | { readonly kind: "taken"; readonly reading: Reading<Name> }
  | { readonly kind: "gap" }
  | { readonly kind: "ignored" };

const tablesOf: { readonly [Name in StreamName]: readonly (keyof StreamRows[Name] & string)[] } = {
  board: ["plan", "cells", "countries"],
  floor: ["desks"],
  desk: ["messages", "sent", "nudges"],
};

/**
 * A snapshot is taken when it was asked for or is not older than what is held. A delta is taken only when it begins
 * exactly where the page has come to. While everything is awaited deltas wait for nobody: the snapshot holds them.
 */
export function hear<Name extends StreamName>(
  name: Name,
  { held, awaits }: Reading<Name>,
  message: NewsMessage,
): Heard<Name> {
  const { upTo, asOf, countries } = message;
  if (message.kind === "snapshot") {
    if (held && awaits === null && upTo < held.upTo) return { kind: "ignored" };
    const rows = changed<Name>(name, emptyTables(name), message.rows, {});
    return { kind: "taken", reading: { held: { rows, countries, upTo, asOf }, awaits: null } };
  }
  if (awaits === "everything") return { kind: "ignored" };
  if (held?.upTo !== message.after) return { kind: "gap" };
  const rows = changed<Name>(name, held.rows, message.rows, message.gone ?? {});
  return { kind: "taken", reading: { held: { rows, countries, upTo, asOf }, awaits: null } };
}

/** The same with one row as its owner has just answered it; the news of the change brings it once more. */
export function withRow<Name extends StreamName, Table extends keyof StreamRows[Name] & string>(
  name: Name,
  held: Held<Name>,
  table: Table,
  row: RowOf<Name, Table> & { readonly id: string },
): Held<Name> {
  return { ...held, rows: changed<Name>(name, held.rows, { [table]: [row] }, {}) };
}

type Sent = Readonly<Record<string, readonly { readonly id: string }[]>>;
type Gone = Readonly<Record<string, readonly string[]>>;

const emptyTables = <Name extends StreamName>(name: Name): Tables<Name> =>
  Object.fromEntries(tablesOf[name].map((table) => [table, new Map()])) as unknown as Tables<Name>;

/** Tables without a change stay the same objects, so that what is drawn from them need not be drawn again. */
function changed<Name extends StreamName>(
  name: Name,
  before: Tables<Name>,
  sent: Sent,
  gone: Gone,
): Tables<Name> {
  const tables = tablesOf[name].map((table) => {
    const rows = sent[table] ?? [];
    const ids = gone[table] ?? [];
    const old: ReadonlyMap<string, unknown> = before[table];
    if (rows.length === 0 && ids.length === 0) return [table, old];
    const next = new Map(old);
    for (const id of ids) next.delete(id);
    for (const row of rows) next.set(row.id, row);
    return [table, next];
  });
  return Object.fromEntries(tables) as unknown as Tables<Name>;
}
