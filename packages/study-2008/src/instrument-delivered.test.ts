// The delivered file with a fault in it: refused with the place, in the words of the instrument.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Finding, inspect, loadInstrument } from "@fieldline/instrument";
import { describe, expect, test } from "vitest";
import delivered from "../data/instrument-2008.json" with { type: "json" };
import { additions2008 } from "./instrument.ts";

type Delivered = typeof delivered;

const found = (change: (file: Delivered) => void, additions: unknown = additions2008): readonly Finding[] => {
  const file: Delivered = JSON.parse(JSON.stringify(delivered));
  change(file);
  return inspect(file, additions);
};
const unit = (file: Delivered, id: string): Record<string, unknown> => {
  const at = file.units.find((one) => one.id === id);
  if (!at) throw new Error(id);
  return at as unknown as Record<string, unknown>;
};

test("the file in this folder is the delivered one, byte by byte", () => {
  const bytes = readFileSync(new URL("../data/instrument-2008.json", import.meta.url));
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(
    "093cb75a9497da9032896e48658d2f901647abe264a41c2c6561afe151197b0a",
  );
});

describe("a delivered file is refused for", () => {
  test("an open question, with its place, and it cannot be loaded", () => {
    const file: Delivered = JSON.parse(JSON.stringify(delivered));
    unit(file, "U18")["type"] = "open";
    const expected = { code: "instrument.openQuestion", place: "units/U18", params: { kind: "open" } };
    expect(inspect(file, additions2008)).toContainEqual(expected);
    const loaded = loadInstrument(file, additions2008);
    expect(!loaded.ok && loaded.problem.findings).toContainEqual(expected);
  });

  test("a scale with four answers and three Czech labels for women", () => {
    const findings = found((file) => file.scales.SAT4.byRespondentSex["cs-CZ"]["2"].labels.pop());
    expect(findings).toContainEqual({
      code: "instrument.optionCountDiffers",
      place: "scales/SAT4/options",
      params: { language: "cs", sex: "2", count: 3, expected: 4 },
    });
  });

  test("an option that leads to a script nobody wrote", () => {
    const findings = found((file) => {
      const option = file.scripts.S_SELECT.options[0];
      if (option) option.next = "S_AGREE";
    });
    expect(findings).toContainEqual({
      code: "instrument.unknownScript",
      place: "scripts/S_SELECT/options/1",
      params: { script: "S_AGREE" },
    });
  });

  test("a field nobody knows, a disposition nobody knows, a question without a variable", () => {
    const codes = found((file) => {
      unit(file, "U18")["mandatory"] = true;
      unit(file, "U18")["routing"] = JSON.parse(
        '[{"when": "always", "then": {"script": "S_CLOSE", "disposition": "done"}}]',
      );
      delete unit(file, "U16")["var"];
    }).map(({ code, place }) => `${place} ${code}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        "units/U18 instrument.unknownField",
        "units/U18/routing instrument.malformed",
        "units/U16 instrument.malformed",
      ]),
    );
  });

  test("school levels in Danish for Germany that nobody added", () => {
    const additions = JSON.parse(JSON.stringify(additions2008));
    const levels = additions.countryWords.find(
      ({ place }: { place: string }) => place === "units/U17/options/2",
    );
    delete levels.byCountry.DE.da;
    expect(found(() => undefined, additions)).toEqual([
      {
        code: "instrument.textMissing",
        place: "units/U17/options/2/byCountry/DE",
        params: { language: "da" },
      },
    ]);
  });

  test("additions for a place that the file does not have", () => {
    const additions = JSON.parse(JSON.stringify(additions2008));
    additions.countryWords.push({ place: "units/U99/stem", byCountry: {} });
    expect(found(() => undefined, additions)).toEqual([
      { code: "instrument.unknownPlace", place: "units/U99/stem", params: {} },
    ]);
  });
});

test("a filter of a delivered file is read, and checked", () => {
  const findings = found((file) => {
    unit(file, "U18")["when"] = { all: [{ var: "work", eq: 1 }, { not: { var: "work", oneOf: [1, 2] } }] };
  });
  expect(findings).toEqual([
    { code: "instrument.unitUnreachable", place: "units/U18", params: { variables: "work" } },
  ]);
});
