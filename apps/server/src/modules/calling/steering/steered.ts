// A case about to be steered, its rows locked, and what each verb does with it.

import type { CommandContext } from "../../../platform/command.ts";
import type { Case } from "../../../platform/db/generated/client.ts";
import type { JournalNote } from "../../../platform/journal.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import type { WriteTx } from "../../../platform/tx.ts";
import type { CaseClosed } from "../call.ts";
import type { WaveAtWork } from "../wave-in-field.ts";

export interface Steered {
  readonly found: Case;
  readonly wave: WaveAtWork;
  readonly onCaseClosed: CaseClosed;
}

/** @returns what to journal beside how the case stood before and stands after */
export type Steer<More = unknown> = (
  tx: WriteTx,
  ctx: CommandContext,
  steered: Steered & More,
) => Promise<readonly JournalNote[]>;

/** Whoever works the case would undo what is done to it now. @throws Refusal `calling.caseAtDesk` */
export async function refuseOnDesk(tx: WriteTx, { found }: Steered): Promise<void> {
  if (await tx.lease.findFirst({ where: { caseId: found.id, endedAt: null } })) {
    throw refuse("calling.caseAtDesk");
  }
}

/** For what is done to cases that will be handed out again. @throws Refusal `calling.caseClosed`, `calling.caseAtDesk` */
export async function refuseUnlessWaiting(tx: WriteTx, steered: Steered): Promise<void> {
  refuseOutOfField(steered);
  if (steered.found.state !== "open") throw refuse("calling.caseClosed");
  await refuseOnDesk(tx, steered);
}

export function refuseOutOfField({ wave }: Steered): void {
  if (!wave.inField) throw refuse("calling.waveNotInField");
}
