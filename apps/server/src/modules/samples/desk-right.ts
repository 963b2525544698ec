// The right of a desk to write to the contact of a case, which the room of calling grants.

import { actorId } from "../../platform/actor.ts";
import type { CommandContext } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { WriteTx } from "../../platform/tx.ts";

/**
 * Takes the lease of this desk under this fence, its row locked: an open one, or one that ran out or ended with an outcome
 * while nobody has taken the case since.
 * @throws Refusal for everybody else
 */
export type RightToCase = (
  tx: WriteTx,
  asked: { readonly caseId: string; readonly userId: string; readonly fence: number },
) => Promise<unknown>;

export interface AtDesk {
  readonly userId: string;
  readonly recordId: string;
  /** Of every journal entry about this case. */
  readonly note: {
    readonly entityKind: "case";
    readonly entityId: string;
    readonly waveId: string;
    readonly fieldAt: ReturnType<CommandContext["fieldNow"]>;
  };
}

/** The case on the desk of whoever asks. @throws Refusal where it is not, or not any more */
export async function caseAtDesk(
  tx: WriteTx,
  ctx: CommandContext,
  { caseId, fence, rightToCase }: { caseId: string; fence: number; rightToCase: RightToCase },
): Promise<AtDesk> {
  const userId = actorId(ctx.actor);
  if (!userId) throw refuse("access.notAllowed");
  await rightToCase(tx, { caseId, userId, fence });
  const { recordId, wave } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { recordId: true, wave: true },
  });
  const note = {
    entityKind: "case",
    entityId: caseId,
    waveId: wave.id,
    fieldAt: ctx.fieldNow(wave),
  } as const;
  return { userId, recordId, note };
}
