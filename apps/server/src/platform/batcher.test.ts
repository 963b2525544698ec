// Items that wait while a batch is under way go together; none waits for a timer, none for another's mistake.

import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBatcher } from "./batcher.ts";

interface Posted {
  readonly interview: string;
  readonly answer: number;
}

function recorder(options: { readonly most?: number; readonly bad?: (one: Posted) => boolean } = {}) {
  const batches: Posted[][] = [];
  const alone: Posted[] = [];
  const failures: number[] = [];
  const put = createBatcher<Posted, string>({
    keyOf: ({ interview }) => interview,
    most: options.most ?? 100,
    flush: async (items) => {
      batches.push([...items]);
      await pause(1);
      if (items.some((one) => options.bad?.(one))) throw new Error("one of them is bad");
      return items.map(({ interview, answer }) => `${interview} ${answer}`);
    },
    alone: async (one) => {
      alone.push(one);
      if (options.bad?.(one)) throw new Error(`${one.interview} is bad`);
      return `${one.interview} ${one.answer} alone`;
    },
    onFailure: (_error, items) => failures.push(items),
  });
  return { put, batches, alone, failures };
}

describe("answers of many desks", () => {
  it("go alone when there is one, and together as soon as several wait", async () => {
    const { put, batches } = recorder();
    expect(await put({ interview: "Mette", answer: 1 })).toBe("Mette 1");
    await pause(2);
    const replies = ["Ole", "Lars", "Ida"].map((interview) => put({ interview, answer: 2 }));
    expect(await Promise.all(replies)).toEqual(["Ole 2", "Lars 2", "Ida 2"]);
    expect(batches.map((batch) => batch.map(({ interview }) => interview))).toEqual([
      ["Mette"],
      ["Ole"],
      ["Lars", "Ida"],
    ]);
  });

  it("of one interview never go in one batch, and keep their order", async () => {
    const { put, batches } = recorder();
    await Promise.all([1, 2, 3].map((answer) => put({ interview: "Mette", answer })));
    expect(batches.map((batch) => batch.map(({ answer }) => answer))).toEqual([[1], [2], [3]]);
  });

  it("of the others are kept when one of them is bad, which alone fails", async () => {
    const { put, alone, failures } = recorder({ bad: ({ interview }) => interview === "Karl" });
    const first = put({ interview: "Mette", answer: 1 });
    const replies = ["Ole", "Karl", "Ida"].map((interview) => put({ interview, answer: 1 }));
    expect(await first).toBe("Mette 1");
    const settled = await Promise.allSettled(replies);
    expect(settled.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
      "Ole 1 alone",
      "Error: Karl is bad",
      "Ida 1 alone",
    ]);
    expect(alone).toHaveLength(3);
    expect(failures).toEqual([3]);
  });

  it("do not wait for those that go alone", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const put = createBatcher<string, string>({
      keyOf: (one) => one,
      most: 10,
      flush: async (items) => {
        if (items.includes("stuck")) throw new Error("waits for a lock");
        return items;
      },
      alone: async (one) => {
        await held;
        return one;
      },
    });
    const stuck = put("stuck");
    expect(await put("Mette")).toBe("Mette");
    release();
    expect(await stuck).toBe("stuck");
  });

  it("are each answered once with their own reply, whatever comes in whatever order", async () => {
    const posted = fc.record({
      interview: fc.constantFrom("a", "b", "c", "d"),
      answer: fc.nat(9),
      wait: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(posted, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (all, most) => {
          const { put, batches } = recorder({ most, bad: ({ answer }) => answer === 9 });
          const replies: Promise<string>[] = [];
          for (const { interview, answer, wait } of all) {
            if (wait === 0) await pause(1);
            replies.push(put({ interview, answer }).catch((error: unknown) => String(error)));
          }
          const told = await Promise.all(replies);
          expect(told.map((reply) => reply.replace(" alone", ""))).toEqual(
            all.map(({ interview, answer }) =>
              answer === 9 ? `Error: ${interview} is bad` : `${interview} ${answer}`,
            ),
          );
          for (const batch of batches) {
            expect(batch.length).toBeLessThanOrEqual(most);
            expect(new Set(batch.map(({ interview }) => interview)).size).toBe(batch.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
