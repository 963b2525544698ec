// Addresses of calling.

import {
  answerCall as answerBody,
  closeAttempt as closeBody,
  correctOutcome as correctBody,
  dial as dialBody,
  giveBack as giveBackBody,
  heartbeat as heartbeatBody,
  inboundCase as inboundCaseBody,
  inboundSearch as inboundSearchBody,
  loadOfDay,
  nextCase as nextCaseBody,
  previewCallRules as previewBody,
  setAsideRequest as setAsideBody,
  slotsOfDays,
  steerCase as steerBody,
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
import { answerCall } from "./inbound/answer-call.ts";
import { inboundCase } from "./inbound/inbound-case.ts";
import { inboundSearch } from "./inbound/inbound-search.ts";
import { nextCase } from "./next-case.ts";
import { readAppointmentLoad } from "./overview/appointment-load.ts";
import { readQueue } from "./overview/read-queue.ts";
import { previewCallRules } from "./preview-rules.ts";
import { readDesk } from "./read-desk.ts";
import { setAsideRequest } from "./set-aside.ts";
import { readCandidates } from "./steering/candidates.ts";
import { steerCase } from "./steering/steer-case.ts";

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
    bindQuery(app, platform, "previewCallRules", previewCallRules, { body: previewBody });
    bindQuery(app, platform, "freeSlots", freeSlots, { querystring: slotsOfDays });
    bindQuery(app, platform, "inboundSearch", inboundSearch(seal), { body: inboundSearchBody });
    bindCommand(app, platform, "inboundCase", inboundCase(seal), { body: inboundCaseBody });
    bindCommand(app, platform, "answerCall", answerCall(seal), { body: answerBody });
    bindCommand(app, platform, "steerCase", steerCase(onCaseClosed), { body: steerBody });
    bindQuery(app, platform, "readCandidates", readCandidates);
    bindQuery(app, platform, "readQueue", readQueue);
    bindQuery(app, platform, "readAppointmentLoad", readAppointmentLoad, { querystring: loadOfDay });
  };
