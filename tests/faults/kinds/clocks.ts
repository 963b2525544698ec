// Faults of time: machine clocks that step, a desk that comes back when its lease has run out, the clocks going back.

import { hour, minute } from "@fieldline/kernel";
import { danishDays } from "../support/dates.ts";
import { until } from "../support/until.ts";
import { between, type FaultKind } from "./scene.ts";

/** Longer than any lease lasts without a sign of life. */
const pastEveryLease = 46 * minute;

export const deskLate: FaultKind = {
  says: "a desk falls silent, machine time steps 46 minutes on, its case is taken back, and then it sends the rest",
  strike: async (scene) => {
    const { userId, letGo } = scene.hold();
    const takenBack = async () => {
      const open = await scene.ground.query("select from lease where user_id = $1 and ended_at is null", [
        userId,
      ]);
      return open.length === 0;
    };
    // It may have been on its way into another case when it was held.
    for (let tries = 0; tries < 5; tries++) {
      await scene.stepClock(pastEveryLease);
      const isSo = until("the silent desk's lease is taken back", takenBack, 3);
      if (
        await isSo.then(
          () => true,
          () => false,
        )
      )
        break;
    }
    await scene.goOn(between(10, 60, scene.random));
    letGo();
    return "";
  },
};

export const clockForward: FaultKind = {
  says: "machine time of all servers steps three hours on, so that every lease and place runs out at once",
  strike: async (scene) => {
    await scene.stepClock(3 * hour);
    return "";
  },
};

export const clockBack: FaultKind = {
  says: "machine time of all servers steps twenty minutes back",
  strike: async (scene) => {
    await scene.stepClock(-20 * minute);
    return "";
  },
};

export const clocksGoBack: FaultKind = {
  says: "field time passes over the weekend on which summer time ends: evening before, half an hour before the day's hours, midday",
  strike: async (scene) => {
    await scene.fieldTime(danishDays.eveningBeforeChange);
    await scene.goOn(30);
    await scene.fieldTime(danishDays.morningAfterChange);
    // Desks ask again and again, and are told that nobody may be rung.
    await scene.quiet(between(400, 900, scene.random));
    await scene.fieldTime(danishDays.middayAfterChange);
    return "";
  },
};
