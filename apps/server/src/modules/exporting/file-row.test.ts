// From the packed row of an interview to a row of the file, and back out of the CSV again.

import { csvData, type FileInput, fileVariables } from "@fieldline/datafile";
import { type Answer, filterFixture, type InstrumentRelease } from "@fieldline/instrument";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileRow } from "./file-row.ts";
import type { CountedInterview } from "./store.rows.ts";

const release: InstrumentRelease = { number: 3, fingerprint: "a".repeat(64), instrument: filterFixture };
const named = { release: 3, interviewer: "mette" };

/** Jens in Aarhus, interviewed by Mette for nine and a half minutes, as the database holds it. */
const interview = (
  answers: Record<string, unknown>,
  more: Partial<CountedInterview> = {},
): CountedInterview =>
  ({
    id: "0d9c9b1e-8a5c-4c58-9d0f-3a1f2b4c5d6e",
    country: "DK",
    language: "da",
    status: "completed",
    userId: "7e1d5c9a-1b2c-4d3e-8f4a-5b6c7d8e9f00",
    releaseId: "1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b",
    startedAt: new Date("2008-04-16T15:02:00Z"),
    endedAt: new Date("2008-04-16T15:12:30Z"),
    result: {
      answers,
      facts: { monitoringAllowed: false, respondent: 2 },
      paradata: { durationMs: 570_000, respondents: [{}, {}] },
    },
    case: { record: { reference: "DK-0001" } },
    ...more,
  }) as CountedInterview;

describe("a row of the file", () => {
  it("takes length and persons from the paradata, and only true facts", () => {
    expect(fileRow(interview({}), named)).toMatchObject({
      record: "DK-0001",
      minutes: 9.5,
      respondents: 2,
      facts: { monitoringAllowed: false },
      startedAt: "2008-04-16T15:02:00.000Z",
      endedAt: "2008-04-16T15:12:30.000Z",
    });
  });

  it("refuses a packed row of another shape rather than export a wrong one", () => {
    expect(() => fileRow(interview({ sex: { value: null } }), named)).toThrow();
  });
});

/** Any answers at all that the instrument's items could hold. */
const anyAnswers: fc.Arbitrary<Record<string, Answer>> = fc
  .tuple(
    ...fileVariables([release])
      .filter(({ source }) => source === "item")
      .map(({ name, codes, range, missing }) => {
        const values = codes.map(({ code }) => code);
        const value = range
          ? fc.integer({ min: range.min, max: range.max })
          : fc.constantFrom(...(values.length > 0 ? values : [1]));
        const reasons = fc.constantFrom("dontKnow", "refused", "notApplicable", "notAsked");
        const answer = fc.oneof(
          { weight: 4, arbitrary: value.map((given) => ({ value: given })) },
          { weight: 1, arbitrary: reasons.map((reason) => ({ missing: reason })) },
        );
        expect(missing).not.toBeNull();
        return answer.map((given) => [name, given] as const);
      }),
  )
  .map((entries) => Object.fromEntries(entries) as Record<string, Answer>);

describe("the data file read back", () => {
  it("gives exactly the answers given, whatever they were", () => {
    const variables = fileVariables([release]).filter(({ source }) => source === "item");
    fc.assert(
      fc.property(fc.array(anyAnswers, { minLength: 1, maxLength: 4 }), (people) => {
        const input: FileInput = {
          wave: {
            study: { code: "s", title: "Šance; „a, b“\nand c" },
            code: 'w"1',
            title: "w",
            mode: "test",
            fieldFrom: "2008-04-16",
            fieldTo: "2008-05-05",
            institute: null,
            client: null,
          },
          releases: [release],
          rows: people.map((answers) => fileRow(interview(answers), named)),
        };
        const rows = parse(csvData(input), { columns: true }) as Record<string, string>[];
        const read = rows.map((row) =>
          Object.fromEntries(
            variables.map(({ name, type, missing }) => {
              const text = row[name] ?? expect.fail(`no ${name}`);
              const reason = Object.entries(missing ?? {}).find(([, code]) => String(code) === text)?.[0];
              if (reason) return [name, { missing: reason }];
              return [name, { value: type === "string" ? text : Number(text) }];
            }),
          ),
        );
        expect(read).toEqual(people);
        expect(rows.map((row) => row["wave"])).toEqual(people.map(() => 'w"1'));
      }),
    );
  });
});
