// A call as the verbs that close or correct it hand it on.

import type { CommandContext } from "../../platform/command.ts";
import type { WriteTx } from "../../platform/tx.ts";

/** What happens to an interview that is open when its case closes for good; the room of interviewing knows. */
export type CaseClosed = (tx: WriteTx, ctx: CommandContext, caseId: string) => Promise<void>;

export interface Call {
  readonly id: string;
  readonly numberId: string;
  readonly userId: string;
  readonly disposition: string | null;
  readonly case: {
    readonly id: string;
    readonly recordId: string;
    readonly waveId: string;
    readonly country: string;
    readonly state: string;
  };
}
