// How long stamped news are kept: as long as a page may have been away and still be sent only what it missed.

import { hour, instant, minute } from "@fieldline/kernel";
import type { Duty } from "../duties.ts";
import type { Platform } from "../platform.ts";
import { clearBefore } from "./news.sql.ts";

const kept = hour;

/** Runs as the owner of the table, who alone may clear news away. Nothing is journalled: news say nothing by themselves. */
export const clearNews = ({ database, clock }: Pick<Platform, "database" | "clock">): Duty => ({
  name: "clearNews",
  every: minute,
  run: () => clearBefore(database.pool, instant(clock.now() - kept)),
});
