// How a problem looks on the wire, and which problem an error of Fastify or of the database is.

import type { Problem } from "@fieldline/kernel";
import { problemEntry, problemSentence } from "@fieldline/protocol";
import type { FastifyError } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { cannotKeep, isDatabaseAway, ranOutOfTime, waitedInVain } from "../db/errors.ts";
import { Refusal } from "../problems/refusal.ts";

export interface ProblemReply {
  readonly status: number;
  readonly body: {
    readonly code: string;
    readonly message: string;
    readonly params?: Problem["params"];
  };
}

/** @param status only where the registry cannot know it */
export function problemReply({ code, params }: Problem, status = problemEntry(code).status): ProblemReply {
  const message = problemSentence(code, params);
  return { status, body: { code, message, ...(params ? { params } : {}) } };
}

const isHandlerTimeout = (error: unknown): boolean =>
  (error as Partial<FastifyError> | null)?.code === "FST_ERR_HANDLER_TIMEOUT";

/** Any error as a problem; `server.fault` is for what we did not foresee. */
export function problemOf(error: unknown): ProblemReply {
  if (error instanceof Refusal) return problemReply(error.problem);
  if (cannotKeep(error)) return problemReply({ code: "server.cannotKeep" });
  if (ranOutOfTime(error) || isHandlerTimeout(error)) return problemReply({ code: "server.tooSlow" });
  if (waitedInVain(error)) return problemReply({ code: "server.busy" });
  if (isDatabaseAway(error)) return problemReply({ code: "server.noDatabase" });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const path = first?.instancePath.split("/").filter(Boolean).join(".");
    const place = [error.validationContext, path].filter(Boolean).join(".");
    return problemReply({ code: "request.invalid", params: { place } });
  }
  const { statusCode } = error as Partial<FastifyError>;
  if (statusCode === 413) return problemReply({ code: "request.tooLarge" });
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return problemReply({ code: "request.invalid", params: { place: "body" } }, statusCode);
  }
  return problemReply({ code: "server.fault" });
}
