// The floor of a wave: one row a desk, of the interviewers an audience may see.

import { day, toIso } from "@fieldline/kernel";
import type { DeskRow } from "@fieldline/protocol";
import type { Audience, ChangedRows, StreamContext, Touched } from "../../platform/live/stream.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { figuresFrom, lastSeen } from "../calling/index.ts";
import { deskStateOf } from "./desk-state.ts";
import { type FloorRow, floorRows } from "./floor.sql.ts";

interface Floor {
  readonly desks: DeskRow[];
  /** Interviewers in the audience's reach who are not on its floor. */
  readonly away: readonly string[];
}

/** The desks of these people, or with null of all. */
export async function floorOf(
  tx: ReadTx,
  { machineNow: now }: Pick<StreamContext, "machineNow">,
  audience: Audience,
  userIds: readonly string[] | null,
): Promise<Floor> {
  const midnight = new Date(now - (now % day));
  const people = await floorRows(tx, audience, { userIds, now: new Date(now), midnight });
  return {
    desks: people.filter(isHere).map(deskRow),
    away: people.filter((one) => !isHere(one)).map(({ id }) => id),
  };
}

/** Signed in or with a case; a case of another wave or a foreign country takes the desk off this floor. */
const isHere = ({ leaseId, caseSeen, signedInAt }: FloorRow): boolean =>
  leaseId === null ? signedInAt !== null : caseSeen;

function deskRow(row: FloorRow): DeskRow {
  const { takenAt, connectedAt, expiresAt, dialledAt, closedAt, tookUpAt, lastAt } = row;
  const lease = row.leaseId === null ? null : { takenAt, connectedAt, expiresAt };
  const interview = tookUpAt && lastAt && { underWay: row.status === "inProgress", since: tookUpAt, lastAt };
  const { state, since } = deskStateOf({
    idleSince: latest(row.signedInAt, row.caseEndedAt, row.breakEndedAt),
    breakSince: row.breakSince,
    lease,
    call: dialledAt && { dialledAt, closedAt },
    interview,
  });
  const interviewing = state === "interviewing";
  return {
    id: row.id,
    name: row.name,
    state,
    since: since.toISOString(),
    country: lease && row.country,
    reference: lease && row.reference,
    caseId: lease && row.caseId,
    language: interviewing ? row.language : null,
    unit: interviewing ? row.unit : null,
    units: interviewing ? row.units : null,
    interviewSince: interviewing ? since.toISOString() : null,
    lastSeen: lease && toIso(lastSeen(lease)),
    figures: figuresFrom(row.dials),
  };
}

const latest = (...times: readonly (Date | null)[]): Date =>
  new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));

/**
 * Whoever is no longer here is gone. Somebody out of reach altogether is told gone only after news of their rights:
 * before those they may have been in reach.
 */
export async function floorSince(
  tx: ReadTx,
  ctx: StreamContext,
  audience: Audience,
  touched: readonly Touched[] | null,
): Promise<ChangedRows> {
  const named = touched?.map(({ userId }) => userId) ?? [];
  const userIds = named.filter((id) => id !== null);
  const all = named.length === 0 || userIds.length < named.length;
  const { desks, away } = await floorOf(tx, ctx, audience, all ? null : userIds);
  if (touched === null) return { rows: { desks } };
  const here = new Set(desks.map(({ id }) => id));
  const changedRights = touched
    .filter(({ topic, userId }) => topic === "rights" && userId !== null && !here.has(userId))
    .map(({ userId }) => userId as string);
  return { rows: { desks }, gone: { desks: [...new Set([...away, ...changedRights])] } };
}
