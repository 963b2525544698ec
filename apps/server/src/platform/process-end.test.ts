// Leaving in order: what was started last is stopped first, and one failure does not keep the rest running.

import { expect, test } from "vitest";
import { closing } from "./process-end.ts";

test("steps are taken backwards, all of them, and the first failure is told", async () => {
  const taken: string[] = [];
  const end = closing();
  end.add(async () => void taken.push("database"));
  end.add(async () => {
    throw new Error("requests did not end");
  });
  end.add(async () => void taken.push("duties"));
  await expect(end.run()).rejects.toThrow("requests did not end");
  expect(taken).toEqual(["duties", "database"]);
});

test("a second run has nothing left to do", async () => {
  let stopped = 0;
  const end = closing();
  end.add(async () => {
    stopped += 1;
  });
  await end.run();
  await end.run();
  expect(stopped).toBe(1);
});
