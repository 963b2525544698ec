// What of a wave somebody who watches it is sent: the countries within their reach.

import type { UserActor } from "../../platform/actor.ts";
import type { Audience } from "../../platform/live/stream.ts";
import type { Platform } from "../../platform/platform.ts";
import { waveWithCountries } from "./require-wave.ts";

/** Asked at every subscription, and again while it lasts. @throws Refusal `access.notFound` */
export const audienceWith =
  ({ database }: Pick<Platform, "database">) =>
  (actor: UserActor, waveId: string): Promise<Audience> =>
    database.read("plain", async (tx) => {
      const { wave, countries } = await waveWithCountries(tx, actor, waveId);
      return { waveId: wave.id, countries: countries.toSorted() };
    });
