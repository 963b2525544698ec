// One row of a sample file: a record, or the first reason to refuse it.

import { fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { type E164, normaliseNumber, type WaveMode } from "./normalise-number.ts";
import { planOf } from "./numbering-plans.ts";
import type { SamplingProblemCode } from "./problems.ts";
import { type SampleColumn, type SampleFields, sampleColumns } from "./sample-file.ts";
import type { NumberKind } from "./test-numbers.ts";

export interface SampleContext {
  readonly mode: WaveMode;
  /** Countries of the wave. */
  readonly countries: readonly string[];
  /** Region codes of the instrument, by country. */
  readonly regionsByCountry: Readonly<Record<string, readonly string[]>>;
}

export interface SampleNumber {
  readonly e164: E164;
  readonly kind: NumberKind;
}

export interface SampleRecord {
  /** Row in the file, the header being row 1. */
  readonly row: number;
  readonly record: string;
  readonly country: string;
  readonly region: string;
  /** One or two, in the order to be tried. */
  readonly numbers: readonly [SampleNumber, ...SampleNumber[]];
  readonly name: string | null;
}

export const longestRecord = 64;
export const longestName = 200;

type Refusal = Problem<SamplingProblemCode>;

/**
 * Reads `fields` of row `row`. Params of a refusal hold the row and, where it matters, the column; never what
 * stands in a cell.
 */
export function readSampleRow(
  fields: SampleFields,
  row: number,
  context: SampleContext,
): Result<SampleRecord, Refusal> {
  const cell = (column: SampleColumn) => fields[column]?.trim() ?? "";
  const [record, country, region, name] = [cell("record"), cell("country"), cell("region"), cell("name")];
  const unfit = unfitText(fields, record, row);
  if (unfit) return unfit;
  if (!context.countries.includes(country)) return fail("sampling.countryUnknown", { row });
  if (!regionsOf(context, country).includes(region)) return fail("sampling.regionUnknown", { row });
  if (name.length > longestName) return fail("sampling.nameTooLong", { row, longest: longestName });

  if (cell("number") === "") return fail("sampling.numberMissing", { row });
  const first = readNumber("number", cell("number"), cell("kind"), row, country, context.mode);
  if (!first.ok) return first;
  const numbers: [SampleNumber, ...SampleNumber[]] = [first.value];
  if (cell("number2") !== "") {
    const second = readNumber("number2", cell("number2"), cell("kind2"), row, country, context.mode);
    if (!second.ok) return second;
    if (second.value.e164 === first.value.e164) return fail("sampling.sameNumberTwice", { row });
    numbers.push(second.value);
  } else if (cell("kind2") !== "") {
    return fail("sampling.kindWithoutNumber", { row });
  }
  if (numbers.some(({ e164 }) => spells(record, e164))) return fail("sampling.recordIsNumber", { row });
  return ok({ row, record, country, region, numbers, name: name === "" ? null : name });
}

/** No database keeps U+0000, and a record without an id could not be spoken of. */
function unfitText(fields: SampleFields, record: string, row: number) {
  const column = sampleColumns.find((one) => fields[one]?.includes("\u0000"));
  if (column) return fail("sampling.cellUnreadable", { row, column });
  if (record === "") return fail("sampling.recordMissing", { row });
  return record.length > longestRecord
    ? fail("sampling.recordTooLong", { row, longest: longestRecord })
    : null;
}

const regionsOf = (context: SampleContext, country: string): readonly string[] =>
  Object.hasOwn(context.regionsByCountry, country) ? (context.regionsByCountry[country] ?? []) : [];

function readNumber(
  column: SampleColumn,
  raw: string,
  kind: string,
  row: number,
  country: string,
  mode: WaveMode,
): Result<SampleNumber, Refusal> {
  if (kind !== "landline" && kind !== "mobile") return fail("sampling.kindUnknown", { row, column });
  const number = normaliseNumber(raw, country, mode);
  if (!number.ok) return fail(number.problem.code, { row, column });
  return ok({ e164: number.value, kind });
}

/** Record ids stand in exports, so an id that is the telephone number itself is refused. */
function spells(record: string, e164: string): boolean {
  const national = e164.slice(1 + (planOf(e164)?.callingCode.length ?? 0));
  return record.replace(/\D/g, "").includes(national);
}
