// A quota cell as the wire has it, from its row.

import type { QuotaCellBody } from "@fieldline/protocol";
import { type CellId, type CellPolicy, stateOf } from "@fieldline/quota";
import type { QuotaCell } from "../../platform/db/generated/client.ts";

export function cellBody({ waveId: _wave, limit: _limit, ...row }: QuotaCell): QuotaCellBody {
  const cell = { ...row, id: row.id as CellId, policy: row.policy as unknown as CellPolicy };
  return { ...cell, state: stateOf(cell) };
}
