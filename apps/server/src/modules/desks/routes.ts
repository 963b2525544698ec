// Addresses of shifts and messages.

import {
  readMessages as readBody,
  sendMessage as sendBody,
  changeShift as shiftBody,
} from "@fieldline/protocol/schemas";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { contactSeal } from "../samples/index.ts";
import { changeShift, type HoldsCase } from "./change-shift.ts";
import { listMessages } from "./list-messages.ts";
import { readMessages } from "./read-messages.ts";
import { sendMessage } from "./send-message.ts";

export const deskRoutes =
  (holdsCase: HoldsCase) =>
  (app: Routes, platform: Platform): void => {
    const seal = contactSeal(platform.keys);
    bindCommand(app, platform, "changeShift", changeShift(holdsCase), { body: shiftBody });
    bindQuery(app, platform, "listMessages", listMessages(seal));
    bindCommand(app, platform, "sendMessage", sendMessage(seal), { body: sendBody });
    bindCommand(app, platform, "readMessages", readMessages, { body: readBody });
  };
