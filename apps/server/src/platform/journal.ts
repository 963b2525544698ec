// The journal: who changed what, when by both clocks, from what to what. Rows are added and never touched again.

import type { Instant, WaveId } from "@fieldline/kernel";
import type { Actor } from "./actor.ts";
import { actorId } from "./actor.ts";
import type { Prisma } from "./db/generated/client.ts";
import type { WriteTx } from "./tx.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a verb says of a change. `before` and `after` hold neither contact data nor answers; `fieldAt` is given
 * where a wave is concerned; `action` only where it differs from the command's name.
 */
export interface JournalNote {
  readonly entityKind: string;
  readonly entityId: string;
  readonly waveId?: WaveId | string;
  readonly fieldAt?: Instant;
  readonly before?: JsonObject;
  readonly after?: JsonObject;
  readonly action?: string;
}

export interface JournalFrame {
  readonly actor: Actor;
  readonly action: string;
  readonly machineAt: Instant;
  readonly commandId: string | null;
  newId(): string;
}

const orNothing = (value: JsonObject | undefined) =>
  value === undefined ? {} : { value: value as Prisma.InputJsonObject };

/** Adds the notes of one change, in order. */
export async function writeJournal(
  tx: WriteTx,
  frame: JournalFrame,
  notes: readonly JournalNote[],
): Promise<void> {
  await tx.journalEntry.createMany({
    data: notes.map((note) => {
      const before = orNothing(note.before).value;
      const after = orNothing(note.after).value;
      return {
        id: frame.newId(),
        machineAt: new Date(frame.machineAt),
        fieldAt: note.fieldAt === undefined ? null : new Date(note.fieldAt),
        actorId: actorId(frame.actor),
        actorKind: frame.actor.kind,
        action: note.action ?? frame.action,
        entityKind: note.entityKind,
        entityId: note.entityId,
        waveId: note.waveId ?? null,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        commandId: frame.commandId,
      };
    }),
  });
}
