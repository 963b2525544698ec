// Leases of the model server: taken, extended, ended, asked for; with the fence that makes an old one worthless.

import { daypartAt, ranks, windowAt } from "@fieldline/calling";
import { type Instant, minute, second } from "@fieldline/kernel";
import { study2008 } from "@fieldline/study-2008";
import { caseOf, type Ground, journalled } from "./ground.ts";
import { type CaseOnDesk, type GiveBack, type Heartbeat, type NextCase, Refusal } from "./requests.ts";
import type { CaseRow, LeaseRow } from "./rows.ts";

const openFor = 90 * second + 5 * minute;
export const connectedFor = 45 * minute;
const rest = 10 * minute;

interface Asked {
  readonly caseId: string;
  readonly userId: string;
  readonly fence: number;
}

const leaseOf = ({ store }: Ground, { caseId, userId, fence }: Asked): LeaseRow | undefined =>
  store.leases.findLast((one) => one.caseId === caseId && one.userId === userId && one.fence === fence);

export function heldLease(ground: Ground, asked: Asked): LeaseRow {
  const lease = leaseOf(ground, asked);
  if (lease?.endedBy === null) return lease;
  if (lease && ground.planted === "fenceNotChecked") return lease;
  throw new Refusal("calling.leaseLost");
}

/** `open`: under the open lease. `late`: it ran out, and nobody has taken the case. `overtaken`: somebody has. */
export function rightToWrite(
  ground: Ground,
  asked: Asked,
): { readonly right: "open" | "late" | "overtaken"; readonly lease: LeaseRow } {
  const lease = leaseOf(ground, asked);
  if (!lease) throw new Refusal("access.notFound");
  if (lease.endedBy === null || ground.planted === "fenceNotChecked") return { right: "open", lease };
  const nobodyTook = caseOf(ground, asked.caseId).fence === asked.fence;
  return { right: lease.endedBy === "expired" && nobodyTook ? "late" : "overtaken", lease };
}

export function extend(ground: Ground, lease: LeaseRow): void {
  lease.expiresAt = ground.now() + (lease.connectedAt === null ? openFor : connectedFor);
}

export function end({ store }: Ground, lease: LeaseRow, by: NonNullable<LeaseRow["endedBy"]>): void {
  lease.endedBy = by;
  store.openLeases.delete(lease.caseId);
  for (const number of caseNumbers(store.cases.get(lease.caseId))) {
    if (store.openNumbers.get(number) === lease) store.openNumbers.delete(number);
  }
}

const caseNumbers = (row: CaseRow | undefined): readonly string[] => row?.numbers ?? [];

export function heartbeat(ground: Ground, asked: Heartbeat): object {
  extend(ground, heldLease(ground, asked));
  return {};
}

export function giveBack(ground: Ground, asked: GiveBack): object {
  const lease = heldLease(ground, asked);
  if (openAttempt(ground, asked.caseId)) throw new Refusal("calling.attemptOpen");
  end(ground, lease, "givenBack");
  const row = caseOf(ground, asked.caseId);
  row.dueAt = Math.max(row.dueAt, ground.fieldNow() + rest);
  journalled(ground, {
    action: "giveBack",
    kind: "case",
    id: row.id,
    after: { lease: lease.id, ended: "givenBack" },
  });
  return {};
}

export const openAttempt = ({ store }: Ground, caseId: string) =>
  store.attemptsOfCase.get(caseId)?.find(({ disposition }) => disposition === null);

export function nextCase(
  ground: Ground,
  asked: NextCase,
): { readonly case: CaseOnDesk | null; readonly stored: object } {
  const { store } = ground;
  for (const lease of store.openLeases.values()) {
    if (lease.userId === asked.userId) throw new Refusal("calling.deskHasCase");
  }
  const taken = bestOf(ground, asked);
  if (!taken) return { case: null, stored: {} };
  taken.fence++;
  const lease: LeaseRow = {
    id: ground.newId("lease"),
    caseId: taken.id,
    userId: asked.userId,
    fence: taken.fence,
    expiresAt: ground.now() + openFor,
    connectedAt: null,
    endedBy: null,
    listedWhenTaken: new Set(taken.numbers.filter((id) => store.numbers.get(id)?.doNotCall)),
  };
  store.leases.push(lease);
  store.openLeases.set(taken.id, lease);
  for (const number of taken.numbers) store.openNumbers.set(number, lease);
  journalled(ground, {
    action: "nextCase",
    kind: "case",
    id: taken.id,
    after: { lease: lease.id, fence: taken.fence },
  });
  return { case: caseOnDesk(ground, lease), stored: { caseId: taken.id } };
}

const languageOf = new Map<string, string>(study2008.countries.map(({ code, language }) => [code, language]));

/** The best case this interviewer may be handed: by rank, then by when it is due, then by lot. */
function bestOf(ground: Ground, { userId, languages }: NextCase): CaseRow | null {
  const now = ground.fieldNow();
  const callable = new Set(ground.wave.countries.filter((country) => isCallable(ground, country)));
  let best: CaseRow | null = null;
  for (const row of ground.store.cases.values()) {
    if (row.state === "closed" || row.held || row.notUser === userId || !callable.has(row.country as never))
      continue;
    if (best && !isBefore(row, best)) continue;
    if (!isDue(ground, row, userId, now) || isAvoided(ground, row, now)) continue;
    if (!languages.includes(row.language ?? languageOf.get(row.country) ?? "")) continue;
    if (mayBeTaken(ground, row)) best = row;
  }
  return best;
}

const isBefore = (a: CaseRow, b: CaseRow): boolean =>
  a.rank - b.rank < 0 || (a.rank === b.rank && (a.dueAt - b.dueAt || a.draw - b.draw) < 0);

export const calledIn = (ground: Ground) =>
  ground.planted === "hoursByFixedOffset" ? withFixedOffsets(ground) : ground.wave.rules;

/** Central Europe before the clocks were changed, and Britain an hour behind. */
function withFixedOffsets({ wave: { rules, season } }: Ground) {
  const summer = season === "clocks put forward" ? 0 : 1;
  const zone = (country: string) => {
    const ahead = (country === "GB" ? 0 : 1) + summer;
    return ahead === 0 ? "Etc/GMT" : `Etc/GMT-${ahead}`;
  };
  const countries = Object.entries(rules.countries).map(([country, own]) => [
    country,
    { ...own, timeZone: zone(country) },
  ]);
  return { ...rules, countries: Object.fromEntries(countries) as typeof rules.countries };
}

function isCallable(ground: Ground, country: string): boolean {
  const window = windowAt(calledIn(ground), country, ground.fieldNow());
  const { first, last } = ground.wave.fieldDates;
  if (!window.ok) return false;
  return window.value.callable && window.value.localDate >= first && window.value.localDate <= last;
}

function isAvoided(ground: Ground, { avoid, country }: CaseRow, now: Instant): boolean {
  if (avoid === null) return false;
  const part = daypartAt(calledIn(ground), country, now);
  return part.ok && part.value.daypart === avoid;
}

function isDue({ store, wave }: Ground, row: CaseRow, userId: string, now: number): boolean {
  if (row.rank !== ranks.exact) {
    const kept = row.forUser !== null && row.forUser !== userId && (row.forUserUntil ?? now + 1) > now;
    return row.dueAt <= now && !kept;
  }
  const waiting = store.appointments.get(row.id)?.find(({ state }) => state === "open");
  if (!waiting) return row.dueAt <= now;
  const { ownerBefore, anybodyAfter } = wave.rules.pacing.appointments;
  const from = waiting.userId === userId ? -ownerBefore : anybodyAfter;
  return waiting.agreed.startsAt + from * minute <= now;
}

function mayBeTaken({ store, planted }: Ground, row: CaseRow): boolean {
  if (store.openLeases.has(row.id)) return false;
  if (planted !== "numberOpenTwice" && row.numbers.some((id) => store.openNumbers.has(id))) return false;
  if (store.interviewsOfCase.get(row.id)?.some(({ status }) => status === "completed")) return false;
  return row.numbers.some((id) => isLeft(store, id));
}

const isLeft = ({ numbers }: Ground["store"], id: string): boolean => {
  const number = numbers.get(id);
  return number !== undefined && !number.doNotCall && number.closedAs === null;
};

export function caseOnDesk(ground: Ground, lease: LeaseRow): CaseOnDesk {
  const { store } = ground;
  const row = caseOf(ground, lease.caseId);
  const attempt = openAttempt(ground, row.id);
  const interview = store.interviewsOfCase
    .get(row.id)
    ?.find(({ status }) => status === "inProgress" || status === "suspended");
  return {
    id: row.id,
    fence: lease.fence,
    country: row.country,
    region: row.region,
    language: row.language,
    numbers: row.numbers.filter((id) => isLeft(store, id)),
    openAttempt: attempt ? { id: attempt.id, release: attempt.release } : null,
    interview: interview
      ? { id: interview.id, operations: interview.rows.map(({ operation }) => operation) }
      : null,
  };
}

/** The case that lies on a user's desk. */
export function readDesk(ground: Ground, userId: string): { readonly case: CaseOnDesk | null } {
  for (const lease of ground.store.openLeases.values()) {
    if (lease.userId === userId) return { case: caseOnDesk(ground, lease) };
  }
  return { case: null };
}
