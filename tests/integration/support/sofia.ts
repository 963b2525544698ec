// Sofia, who supervises all five countries: she changes targets, and her walls show it.

import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Field } from "./field.ts";
import type { LiveNode } from "./live-nodes.ts";
import { type Wall, wallOf } from "./wall.ts";

export interface Sofia {
  readonly cookie: string;
  setTarget(cell: string, target: number): Promise<void>;
  /** A wall on a server; of one that was there before, one that comes back. */
  hangs(on: Pick<LiveNode, "base">, before?: Pick<Wall, "upTo" | "countries">): Promise<Wall>;
}

export async function sofiaOf(field: Field): Promise<Sofia> {
  const { waveId } = field;
  const countries = ["CZ", "DK", "FR", "DE", "GB"];
  const desk = await field.person({ name: "sofia", roles: ["supervisor"], countries });
  return {
    cookie: desk.cookie,
    setTarget: async (cell, target) => {
      const url = `/api/waves/${waveId}/quota-cells/${encodeURIComponent(cell)}`;
      const change = { kind: "setTarget", target };
      const reply = await desk.ask("PATCH", url, { commandId: randomUUID(), change });
      expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    },
    hangs: (on, before) => {
      const comingBack = before ? { after: before.upTo, countries: [...before.countries] } : {};
      return wallOf(on.base, desk.cookie, { waveId, ...comingBack });
    },
  };
}
