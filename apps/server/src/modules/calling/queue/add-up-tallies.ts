// A background duty: the tallies of cases are added up, so that reading them stays short.

import { z } from "zod";
import { command } from "../../../platform/command.ts";
import { addUp } from "./tallies.sql.ts";

/** Nothing that anybody sees changes by it, so there is nothing to journal. */
export const addUpTallies = command({
  name: "calling.addUpTallies",
  action: "duty",
  data: "plain",
  input: z.object({}),
  reply: z.object({ added: z.int() }),
  run: async (tx) => ({ reply: { added: await addUp(tx) }, journal: "unchanged" as const }),
});
