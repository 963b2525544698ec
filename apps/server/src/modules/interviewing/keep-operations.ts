// Adds operations to the log, which is itself the journal of interviews: who, when by both clocks, what.

import type { Operation } from "@fieldline/interview";
import type { WriteTx } from "../../platform/tx.ts";

export interface RecordedBy {
  readonly userId: string;
  readonly receivedAt: Date;
  readonly fieldAt: Date;
}

export async function keepOperations(
  tx: WriteTx,
  interviewId: string,
  operations: readonly Operation[],
  by: RecordedBy,
): Promise<void> {
  await tx.interviewOperation.createMany({
    data: operations.map((operation) => ({
      interviewId,
      seq: operation.seq,
      id: operation.id,
      type: operation.type,
      body: { ...operation } as object,
      ...by,
    })),
  });
}
