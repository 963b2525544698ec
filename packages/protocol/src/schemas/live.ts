// What is pushed over sockets: streams of rows, a snapshot first, then what changed.

import { z } from "zod";
import { deskStates } from "../states.ts";
import { country, isoInstant, language, problemBody, uuid } from "./common.ts";
import { deskFigures } from "./desk.ts";
import { countryStanding, quotaCell } from "./quotas.ts";

export const deskState = z.enum(deskStates);

/** One desk on the floor: an interviewer with an open session, or with a case. */
export const deskRow = z.object({
  /** The interviewer's user id. */
  id: uuid,
  name: z.string(),
  state: deskState,
  /** Machine time since when the desk is in this state. */
  since: isoInstant,
  /** Of the case on the desk; null without one. */
  country: country.nullable(),
  reference: z.string().nullable(),
  caseId: uuid.nullable(),
  /** Of the interview under way; null without one. */
  language: language.nullable(),
  unit: z.int().nullable(),
  units: z.int().nullable(),
  /** Machine time at which the interview under way began, or was taken up again in this call. */
  interviewSince: isoInstant.nullable(),
  /** Machine time of the last sign of life of the desk's case; null without one. */
  lastSeen: isoInstant.nullable(),
  figures: deskFigures.omit({ since: true }),
});

/** The floor of a wave as it stands, by name. */
export const floor = z.object({ waveId: uuid, asOf: isoInstant, desks: z.array(deskRow) });

const planRow = z.object({ id: z.literal("plan"), version: z.int().nullable() });

/** A message by its id, not yet read by the one it was sent to; what it says is asked for over HTTP. */
const mark = z.object({ id: uuid, unread: z.literal(true) });
/** Something that is to be done now; the id says what and which: `appointment:` and its id. */
const nudge = z.object({ id: z.string() });

/** The rows of each stream, by table; a row is known by its `id`. */
export const streamTables = {
  board: { plan: planRow, cells: quotaCell, countries: countryStanding },
  floor: { desks: deskRow },
  desk: { messages: mark, sent: mark, nudges: nudge },
} as const;

export const streamName = z.enum(["board", "floor", "desk"]);

/** Event `subscribe`, from a page. With `after`, the stamp it has come to, it is sent what changed since. */
export const subscribe = z.strictObject({
  stream: streamName,
  waveId: uuid,
  after: z.int().min(0).optional(),
  /** With `after`: the countries it holds for. Whoever may see others now is sent everything. */
  countries: z.array(country).max(60).optional(),
});
/** Event `unsubscribe`. */
export const unsubscribe = z.strictObject({ stream: streamName, waveId: uuid });
/** What both are acknowledged with. */
export const subscribeReply = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: problemBody }),
]);

/** By table; checked row by row against `streamTables` in tests, since both sides are ours. */
const anyRows = z.record(z.string(), z.array(z.looseObject({ id: z.string() })));

/** `countries`: those of the wave that this person may see, so what the rows are true for. */
const frame = {
  stream: streamName,
  waveId: uuid,
  countries: z.array(country),
  upTo: z.int().min(0),
  asOf: isoInstant,
};

/** Event `news`: everything, as it stood when stamp `upTo` had been given. */
export const newsSnapshot = z.object({ ...frame, kind: z.literal("snapshot"), rows: anyRows });
/**
 * Event `news`: rows that changed, whole, and ids of rows that went, between two stamps. Without rows it says that
 * nothing changed. Whoever has not come to `after` asks again.
 */
export const newsDelta = z.object({
  ...frame,
  kind: z.literal("delta"),
  after: z.int().min(0),
  rows: anyRows,
  gone: z.record(z.string(), z.array(z.string())).optional(),
});
export const newsMessage = z.discriminatedUnion("kind", [newsSnapshot, newsDelta]);
