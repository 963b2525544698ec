// Addresses of calling.

import {
  closeAttempt as closeBody,
  correctOutcome as correctBody,
  dial as dialBody,
  giveBack as giveBackBody,
  heartbeat as heartbeatBody,
  nextCase as nextCaseBody,
  setAsideRequest as setAsideBody,
  slotsOfDays,
} from "@fieldline/protocol/schemas";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { contactSeal } from "../samples/index.ts";
import type { CaseClosed } from "./call.ts";
import { closeAttempt } from "./close-attempt.ts";
import { correctOutcome } from "./correct-outcome.ts";
import { dial } from "./dial.ts";
import { freeSlots } from "./free-slots.ts";
import { giveBack } from "./give-back.ts";
import { heartbeat } from "./heartbeat.ts";
import { nextCase } from "./next-case.ts";
import { readDesk } from "./read-desk.ts";
import { setAsideRequest } from "./set-aside.ts";

export const callingRoutes =
  (onCaseClosed: CaseClosed) =>
  (app: Routes, platform: Platform): void => {
    const seal = contactSeal(platform.keys);
    bindQuery(app, platform, "readDesk", readDesk(seal));
    bindCommand(app, platform, "heartbeat", heartbeat, { body: heartbeatBody });
    bindCommand(app, platform, "nextCase", nextCase(seal), { body: nextCaseBody });
    bindCommand(app, platform, "giveBack", giveBack, { body: giveBackBody });
    bindCommand(app, platform, "dial", dial(seal), { body: dialBody });
    bindCommand(app, platform, "closeAttempt", closeAttempt(onCaseClosed), { body: closeBody });
    bindCommand(app, platform, "correctOutcome", correctOutcome(onCaseClosed), { body: correctBody });
    bindCommand(app, platform, "setAsideRequest", setAsideRequest, { body: setAsideBody });
    bindQuery(app, platform, "freeSlots", freeSlots, { querystring: slotsOfDays });
  };
