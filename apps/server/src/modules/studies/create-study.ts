// The verb that opens a study.

import { z } from "zod";
import { command } from "../../platform/command.ts";

export const createStudy = command({
  name: "study.create",
  action: null,
  data: "plain",
  input: z.object({ code: z.string().min(1).max(80), title: z.string().min(1).max(300) }),
  reply: z.object({ studyId: z.uuid() }),
  async run(tx, ctx, { code, title }) {
    const studyId = ctx.newId();
    await tx.study.create({ data: { id: studyId, code, title } });
    return {
      reply: { studyId },
      journal: { entityKind: "study", entityId: studyId, after: { code, title } },
    };
  },
});
