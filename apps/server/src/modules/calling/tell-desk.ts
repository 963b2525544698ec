// Tells that an interviewer's desk took a case or has none any more.

import type { CommandContext } from "../../platform/command.ts";
import { tell } from "../../platform/live/tell.ts";
import type { WriteTx } from "../../platform/tx.ts";

/**
 * Of no wave and no country in particular: whoever may see the interviewer sees the desk come or go, also when the
 * case is of a country that they may not see.
 */
export const tellDesk = (
  tx: WriteTx,
  ctx: Pick<CommandContext, "machineNow">,
  userId: string,
): Promise<void> => tell(tx, ctx.machineNow, { topic: "desk", userId });
