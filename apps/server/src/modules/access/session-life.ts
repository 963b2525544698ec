// How long a session lives: a shift without a sign of life, a week at most, both in machine time.

import { day, hour, type Instant, instant, later, minute } from "@fieldline/kernel";

const idle = 12 * hour;
const longest = 7 * day;
/** A sign of life is written down no oftener than this, so that a busy desk does not write at every request. */
const noteEvery = minute;

/** When a session begun at `createdAt` and last used at `lastSeenAt` ends by itself. */
export const expiryOf = (createdAt: Instant, lastSeenAt: Instant): Instant =>
  instant(Math.min(later(lastSeenAt, idle), later(createdAt, longest)));

export const isOver = (expiresAt: Instant, now: Instant): boolean => now >= expiresAt;

export const isWorthNoting = (lastSeenAt: Instant, now: Instant): boolean => now - lastSeenAt >= noteEvery;

/** Seconds until the cookie may be forgotten by the browser; the server's own expiry decides. */
export const cookieSeconds = longest / 1_000;
