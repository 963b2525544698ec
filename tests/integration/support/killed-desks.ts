// Desks at several servers that take, ring and close until nothing is left; some are killed in the middle.

import { randomUUID } from "node:crypto";
import type { Random } from "@fieldline/kernel";
import type { CaseOnDesk } from "@fieldline/protocol";
import type { Desk, Reply } from "./desk.ts";
import type { ServerNode } from "./nodes.ts";

const outcomes = ["noAnswer", "busy", "hardRefusal", "softRefusalHousehold"] as const;

/** Who holds which case and number, as the desks heard it. */
export class Hands {
  readonly #holders = new Map<string, string>();
  /** Every case that was handed out. */
  readonly handed = new Set<string>();
  /** What may never happen. */
  readonly faults: string[] = [];

  take(desk: string, of: CaseOnDesk): void {
    this.handed.add(of.id);
    for (const id of [of.id, ...of.numbers.map((number) => number.id)]) {
      if (this.#holders.has(id)) this.faults.push(`${id} is on two desks`);
      this.#holders.set(id, desk);
    }
  }

  letGo(desk: string): void {
    for (const [id, holder] of this.#holders) if (holder === desk) this.#holders.delete(id);
  }

  /** Hands back the body of what must succeed. */
  well({ status, body }: Reply): Reply["body"] {
    if (status !== 200) this.faults.push(`${status} ${JSON.stringify(body)}`);
    return body;
  }
}

interface At {
  readonly nodes: readonly ServerNode[];
  readonly hands: Hands;
  readonly random: Random;
  readonly waveId: string;
}

/** Each request goes to any of the servers. Killed: one time in twenty with the case taken, as often after the dial. */
export async function worksUntilKilled(desk: Desk, at: At): Promise<"nothing" | "killed"> {
  const { hands, random, nodes, waveId } = at;
  const ask = async (url: string, payload: object) =>
    hands.well(
      await (nodes[Math.floor(random() * nodes.length)] as ServerNode).ask(desk.cookie, "POST", url, {
        commandId: randomUUID(),
        ...payload,
      }),
    );
  for (;;) {
    const of = (await ask("/api/desk/next-case", { waveId })).case as CaseOnDesk | undefined;
    if (!of) return "nothing";
    hands.take(desk.name, of);
    if (random() < 0.05) return "killed";
    const id = randomUUID();
    await ask("/api/attempts", { id, caseId: of.id, numberId: of.numbers[0]?.id, fence: of.fence });
    if (random() < 0.05) return "killed";
    hands.letGo(desk.name);
    const disposition = outcomes[Math.floor(random() * outcomes.length)] ?? "busy";
    const refusal = { reason: "noInterest", replyUsed: "none" };
    const { keepsCase } = await ask(`/api/attempts/${id}/disposition`, {
      ...{ fence: of.fence, disposition },
      ...(disposition.includes("efusal") ? refusal : {}),
    });
    if (keepsCase) await ask(`/api/cases/${of.id}/give-back`, { fence: of.fence });
  }
}
