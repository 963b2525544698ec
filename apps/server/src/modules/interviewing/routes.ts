// Addresses of interviewing.

import { routes } from "@fieldline/protocol";
import {
  beginInterview as beginBody,
  problemBody,
  recordOperations as recordBody,
  recordReply,
  setAsideOperations as setAsideBody,
  withdrawInterview as withdrawBody,
} from "@fieldline/protocol/schemas";
import { z } from "zod";
import { actorOf } from "../../platform/http/access.ts";
import { bindCommand, bindQuery } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { beginInterview } from "./begin-interview.ts";
import { asOperations } from "./fold-posting.ts";
import { readInterview } from "./read-interview.ts";
import { createRecorder } from "./recorder.ts";
import { setAsideOperations } from "./set-aside.ts";
import { withdrawInterview } from "./withdraw.ts";

export function interviewingRoutes(app: Routes, platform: Platform): void {
  const record = createRecorder(platform);
  bindCommand(app, platform, "beginInterview", beginInterview, { body: beginBody });
  bindQuery(app, platform, "readInterview", readInterview);
  bindCommand(app, platform, "withdrawInterview", withdrawInterview, { body: withdrawBody });
  bindCommand(app, platform, "setAsideOperations", setAsideOperations, { body: setAsideBody });
  const { method, path, action } = routes.recordOperations;
  app.route({
    method,
    url: path,
    config: { access: action },
    schema: {
      operationId: "recordOperations",
      params: z.object({ interview: z.uuid() }),
      body: recordBody,
      response: { 200: recordReply, "4xx": problemBody, "5xx": problemBody },
    },
    handler: (request) => {
      const { fence, operations } = request.body;
      const posted = { interview: request.params.interview, fence, operations: asOperations(operations) };
      return record(actorOf(request), posted);
    },
  });
}
