// Addresses at which files are brought in, each the body of its request, and the do-not-call list is taken out.

import type { CommandId } from "@fieldline/kernel";
import { mostImportedRows, routes } from "@fieldline/protocol";
import {
  doNotCallImportReply,
  exportDoNotCall as exportBody,
  importOf,
  problemBody,
  sampleImportReply,
} from "@fieldline/protocol/schemas";
import { z } from "zod";
import type { UserActor } from "../../platform/actor.ts";
import { actorOf } from "../../platform/http/access.ts";
import { bindCommand } from "../../platform/http/bind.ts";
import type { Routes } from "../../platform/http/server.ts";
import type { Platform } from "../../platform/platform.ts";
import { orRefuse, refuse } from "../../platform/problems/refusal.ts";
import { exportDoNotCall } from "./export-do-not-call.ts";
import { importDoNotCall } from "./import-do-not-call.ts";
import { importSample } from "./import-sample.ts";
import { type CsvReading, readDoNotCallCsv, readSampleCsv, textOf } from "./read-csv.ts";

/** Bytes of a file; one that is larger goes in by `npm run sample`, where nobody waits for the answer. */
const largestFile = 4 * 1_048_576;

/** Beside these, `sampleRoutes` has what desks write. */
export function importRoutes(app: Routes, platform: Platform): void {
  app.addContentTypeParser("text/csv", { parseAs: "buffer" }, async (_request: unknown, body: Buffer) =>
    orRefuse(textOf(body)),
  );
  const sample = importSample(platform.keys);
  const list = importDoNotCall(platform.keys);

  bindImport(app, "importSample", sampleImportReply, (call, { waveId, source, text }) =>
    platform.execute(sample, { ...call, input: { waveId, source, rows: rowsOf(readSampleCsv(text)) } }),
  );
  bindImport(app, "importDoNotCall", doNotCallImportReply, (call, { waveId, source, text }) =>
    platform.execute(list, { ...call, input: { waveId, source, numbers: rowsOf(readDoNotCallCsv(text)) } }),
  );
  bindCommand(app, platform, "exportDoNotCall", exportDoNotCall(platform.keys), {
    body: exportBody,
    as: { wave: "waveId" },
  });
}

interface File {
  readonly waveId: string;
  readonly source: string;
  readonly text: string;
}

/** The file is the body; its name and the command's id stand beside it in the address. */
function bindImport(
  app: Routes,
  name: "importSample" | "importDoNotCall",
  reply: z.ZodType,
  bring: (call: { actor: UserActor; commandId: CommandId }, file: File) => Promise<object>,
): void {
  app.route({
    method: routes[name].method,
    url: routes[name].path,
    config: { access: routes[name].action },
    bodyLimit: largestFile,
    schema: {
      operationId: name,
      consumes: ["text/csv"],
      params: z.object({ wave: z.string() }),
      querystring: importOf,
      body: z.string(),
      response: { 200: reply, "4xx": problemBody, "5xx": problemBody },
    },
    handler: async (request) => {
      const { source, commandId } = request.query;
      const call = { actor: actorOf(request), commandId: commandId as CommandId };
      return bring(call, { waveId: request.params.wave, source, text: request.body });
    },
  });
}

/** @throws Refusal with the first problem of the file itself, before any row is looked at */
function rowsOf<Row>(reading: CsvReading<Row>): Row[] {
  if (!reading.ok) throw refuse(reading.problems[0].code, reading.problems[0].params);
  if (reading.rows.length > mostImportedRows)
    throw refuse("sampling.tooManyRows", { most: mostImportedRows });
  return [...reading.rows];
}
