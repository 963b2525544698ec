// Whatever is handed to the logger, people, answers and secrets stay out of it.

import { describe, expect, test } from "vitest";
import { createLogger } from "./logger.ts";

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger("info", { write: (line) => void lines.push(line) }));
  return lines.join("");
}
const canary = "+4513999999";

describe("a canary is withheld", () => {
  test.each(["number", "display", "name", "note", "password", "token", "cookie", "answer", "value", "body"])(
    "as %s on every level of a line",
    (field) => {
      const inner = { [field]: canary };
      const line = logged((logger) =>
        logger.info({ ...inner, one: { ...inner, two: { ...inner, three: inner } } }),
      );
      expect(line).not.toContain(canary);
      expect(line.match(/\[withheld\]/g)).toHaveLength(4);
    },
  );

  test("in the message, detail and stack of an error", () => {
    const error = Object.assign(new Error(`invalid input: ${canary}\n${canary}`), {
      detail: canary,
      meta: { x: canary },
    });
    const line = logged((logger) => logger.error({ err: error }, "unforeseen error"));
    expect(line).not.toContain(canary);
    expect(JSON.parse(line).err).toMatchObject({
      type: "Error",
      stack: expect.stringContaining("logger.test.ts"),
    });
  });

  test("as an error that is no error", () => {
    expect(logged((logger) => logger.error({ err: canary }))).not.toContain(canary);
  });
});

test("what is meant to be read is there", () => {
  const line = JSON.parse(
    logged((logger) => logger.info({ route: "POST /api/attempts", status: 200 }, "request")),
  );
  expect(line).toMatchObject({ route: "POST /api/attempts", status: 200, msg: "request" });
});
