// The codebook explains every column and every code that can stand in it.

import { describe, expect, it } from "vitest";
import { exportOf, interview, release } from "../testing/denmark.ts";
import { fileVariables } from "../variables/index.ts";
import { codebookCsv } from "./csv.ts";
import { codebookJson } from "./json.ts";

interface Book {
  readonly wave: { readonly mode: string };
  readonly variables: readonly {
    readonly name: string;
    readonly label: string;
    readonly text?: Readonly<Record<string, string>>;
    readonly textByCountry?: Readonly<Record<string, unknown>>;
    readonly codes: readonly {
      readonly code: number | string;
      readonly label: Readonly<Record<string, string>>;
    }[];
    readonly missing: readonly { readonly reason: string; readonly code: number }[];
    readonly provenance: string;
    readonly formula?: string;
  }[];
  readonly leftOut: readonly { readonly name: string }[];
}

const input = exportOf(interview({}));
const book = JSON.parse(codebookJson(input)) as Book;
const variable = (name: string) =>
  book.variables.find((one) => one.name === name) ?? expect.fail(`no ${name}`);
const lines = codebookCsv(input).trimEnd().split("\n");
const linesOf = (name: string) => lines.filter((line) => line.startsWith(`${name},`));

describe("the codebook", () => {
  it("has every column of the data file, in its order, in both forms", () => {
    const names = fileVariables([release]).map(({ name }) => name);
    expect(book.variables.map(({ name }) => name)).toEqual(names);
    expect([...new Set(lines.slice(1).map((line) => line.split(",")[0]))]).toEqual(names);
  });

  it("gives codes their labels and the missing reasons theirs", () => {
    expect(linesOf("go_walk")).toEqual([
      "go_walk,Ways of travelling: You walk.,How do you get about? You walk.,item,integer,1,often,value,99 refused; 98 dontKnow; 97 notApplicable; 96 notAsked,F10,FREQ3,named in the report,,1",
      expect.stringContaining(",2,sometimes,value,"),
      expect.stringContaining(",3,never,value,"),
      expect.stringContaining(",99,Refused,missing,"),
      expect.stringContaining(",98,Don't know,missing,"),
      expect.stringContaining(",97,Does not apply,missing,"),
      expect.stringContaining(",96,Not asked,missing,"),
    ]);
  });

  it("says from where to where an age can go and which missing codes it has", () => {
    expect(linesOf("age")[0]).toContain(",0-110,,range,999 refused; 998 dontKnow;");
  });

  it("holds every language, and a country's own words where there are some", () => {
    expect(variable("go_walk").text).toEqual({
      en: "How do you get about? You walk.",
      da: "Hvordan kommer du omkring? Du går.",
    });
    expect(Object.keys(variable("region").textByCountry ?? {})).toEqual(["GB", "DK"]);
  });

  it("names what was reconstructed, families of items included", () => {
    expect(variable("go_walk").provenance).toBe("named in the report");
    expect(variable("job_pay").provenance).toBe("wording ours, concept named");
    expect(variable("urban").provenance).toBe("wording ours");
  });

  it("shows how a derived variable is computed and labels its values from its sources", () => {
    expect(variable("idx_go").formula).toBe(
      "mean of the scores (1 = 100, 2 = 50, 3 = 0) of go_walk, go_cycle, if at least 2 are valid",
    );
    expect(variable("female").codes.map(({ code, label }) => [code, label["en"]])).toEqual([
      [0, "man"],
      [1, "woman"],
    ]);
    expect(variable("region_quota").codes.map(({ code }) => code)).toEqual(["UK", "DK01", "DK02"]);
  });

  it("says which derived variable is not in the file", () => {
    expect(book.leftOut.map(({ name }) => name)).toEqual(["w_country"]);
  });

  it("names the wave mode", () => {
    expect(book.wave.mode).toBe("test");
  });
});
