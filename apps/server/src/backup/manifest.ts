// What a backup says of itself: at its head what it is of, at its end what should have been found on the way.

import { z } from "zod";

/** Of the file, not of the tables in it. A file of a later format is refused. */
export const presentFormat = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const tableShape = z.object({ schema: name, name, columns: z.array(name).min(1) });
const sequenceShape = z.object({ schema: name, name, last: z.string().regex(/^\d+$/), called: z.boolean() });

export const headShape = z.object({
  format: z.literal("fieldline-backup"),
  formatVersion: z.int(),
  /** Of the Fieldline that took it. */
  application: z.string(),
  /** Machine time, ISO 8601. */
  takenAt: z.iso.datetime(),
  database: z.enum(["embedded", "external"]),
  postgresql: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: digest })).min(1),
  tables: z.array(tableShape),
  sequences: z.array(sequenceShape),
  keys: z.object({
    /** Which keys they were, without saying anything about them. */
    hash: z.string(),
    encryption: z.string(),
    /** The keys themselves under a passphrase, or null where they are not in the file. */
    sealed: z.object({ salt: z.string(), nonce: z.string(), tag: z.string(), text: z.string() }).nullable(),
    note: z.string(),
  }),
});

export const endShape = z.object({
  /** In the order of the head. */
  tables: z.array(z.object({ schema: name, name, rows: z.int().min(0), sha256: digest })),
});

export type Head = z.infer<typeof headShape>;
export type End = z.infer<typeof endShape>;
export type Table = z.infer<typeof tableShape>;
export type Sequence = z.infer<typeof sequenceShape>;

/** Rows and digest of a table. */
export interface Count {
  readonly rows: number;
  readonly sha256: string;
}

export const labelOf = ({
  schema,
  name: table,
}: {
  readonly schema: string;
  readonly name: string;
}): string => (schema === "public" ? table : `${schema}.${table}`);
