// The mistake that guarded updates are there to avoid: counting the people in a cell, and then letting one more in.

interface Move {
  readonly waveId: string;
  readonly leaves: readonly string[];
  readonly enters: readonly string[];
}

interface Tx {
  readonly quotaCell: {
    findMany(of: object): Promise<{ cap: number | null; completed: number; reserved: number }[]>;
    updateMany(of: object): Promise<unknown>;
  };
}

/** Right as long as nobody else is at it. Stands in for the room's own statement, in a test that mocks it. */
export async function countThenInsert(tx: Tx, { waveId, leaves, enters }: Move): Promise<boolean> {
  const cells = await tx.quotaCell.findMany({ where: { waveId, id: { in: [...enters] } } });
  if (cells.some(({ cap, completed, reserved }) => cap !== null && completed + reserved >= cap)) return false;
  for (const id of [...leaves, ...enters].sort()) {
    const change = enters.includes(id) ? { increment: 1 } : { decrement: 1 };
    await tx.quotaCell.updateMany({ where: { waveId, id }, data: { reserved: change } });
  }
  return true;
}
