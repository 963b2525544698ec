// `npm run sample -- import`: what an operator is told of a file, good or bad.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sampleCommand } from "../../apps/server/src/commands/sample.ts";
import { runCommand, type WithDatabase } from "../../apps/server/src/commands/terminal.ts";
import { danishField } from "./support/field.ts";

const { platform } = await danishField();
const folder = mkdtempSync(join(tmpdir(), "fieldline-sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run sample -- import", () => {
  const here: WithDatabase = (work) => work(platform);
  const run = async (text: string, ...options: string[]) => {
    const file = join(folder, "sample.csv");
    writeFileSync(file, text);
    const said: string[] = [];
    const terminal = {
      out: (line: string) => void said.push(line),
      err: (line: string) => void said.push(line),
    };
    const code = await runCommand(
      sampleCommand,
      ["import", file, "--wave", "spring", ...options],
      terminal,
      here,
    );
    return { code, said };
  };
  const header = "record,country,region,number,kind,number2,kind2,name";

  it("names each refused row with its reason, and imports the others", async () => {
    const { code, said } = await run(
      `${header}\ngrenaa,DK,DK01,13004401,landline,,,\nebeltoft,DK,XX,13004402,landline,,,\nmariager,DK,DK01,33124578,landline,,,\n`,
    );
    expect(said).toEqual([
      "Row 3: The region is not one of the instrument's for that country. (sampling.regionUnknown)",
      "Row 4: The number might ring somebody; a test wave takes test numbers only. (sampling.notATestNumber)",
      "spring: 1 records imported, 2 rows refused.",
    ]);
    expect(code).toBe(0);
  });

  it("refuses a row with a character that is no text, and imports the others", async () => {
    const { code, said } = await run(
      `${header}\nsk\u0000ive,DK,DK01,13004411,landline,,,\nskive,DK,DK01,13004412,landline,,,Kir\u0000sten\nskive,DK,DK01,13004413,landline,,,\n`,
    );
    expect(said).toEqual([
      "Row 2: The record holds a character that is no text. (sampling.cellUnreadable)",
      "Row 3: The name holds a character that is no text. (sampling.cellUnreadable)",
      "spring: 1 records imported, 2 rows refused.",
    ]);
    expect(code).toBe(0);
  });

  it("ends with code 1 when no row was accepted", async () => {
    const { code, said } = await run(`${header}\ngrenaa,DK,DK01,13004409,landline,,,\n`);
    expect(said[0]).toBe("Row 2: The wave already has a record with this id. (sampling.recordInWave)");
    expect(code).toBe(1);
  });

  it.each([
    ["without a header", "ebeltoft,DK,DK01,13004402,landline,,,\n"],
    ["with a row that is too short", `${header}\nebeltoft,DK,DK01,13004402\n`],
    ["that is not text", `${header}\n\u0000\u0000"ebeltoft`],
  ])("says in one sentence what is wrong with a file %s, and quotes nothing of it", async (_which, text) => {
    const { code, said } = await run(text);
    expect(code).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).not.toMatch(/ebeltoft|13004402/);
  });

  it("says which waves there are when the one named is not", async () => {
    const { code, said } = await run(`${header}\n`, "--wave", "autumn");
    expect(code).toBe(1);
    expect(said[0]).toMatch(/^There is no wave "autumn"; there are .*spring/);
  });
});
