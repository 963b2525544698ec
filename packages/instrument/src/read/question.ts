// What stands on the screen for one question: words to read, the answers, the instruction.

import { fill } from "../placeholders.ts";
import type {
  BatteryItem,
  BatteryUnit,
  Code,
  EnteredMissing,
  Instrument,
  NumericUnit,
  Option,
  SingleUnit,
  Unit,
  Wording,
} from "../types.ts";
import { instruct, type Listener, say } from "./say.ts";

export interface OfferedOption {
  readonly code: Code;
  readonly label: string;
}

/** All texts may still hold placeholders of the wave (`{institute}`): pass them through `fill`. */
export interface ReadQuestion {
  /** Script read before the unit's first question. */
  readonly preface?: string;
  /** Introduction of a battery, read once before its first item. */
  readonly lead?: string;
  readonly question: string;
  /** Short reminder of the answers, to repeat as needed; already part of `question` where it is read anyway. */
  readonly readOut?: string;
  readonly options: readonly OfferedOption[];
  /** Whether the respondent hears the options: read after the question, or part of a battery's words. */
  readonly optionsRead: boolean;
  /** A number is typed instead of an option. */
  readonly entry?: { readonly min: number; readonly max: number; readonly refusedCode?: number };
  /** In the interviewer's language, never read out. */
  readonly instruction?: string;
  readonly allow: readonly EnteredMissing[];
  /** Field of the sample record that is offered as the answer. */
  readonly prefill?: "region";
}

export interface QuestionListener extends Listener {
  /** Whether this is the first question of its unit in the order of this interview. */
  readonly first: boolean;
}

type Part = Omit<ReadQuestion, "preface" | "instruction">;

const offered = (options: readonly Option[], listener: Listener): readonly OfferedOption[] =>
  options.map(({ code, label }) => ({ code, label: say(label, listener) }));

/** The answer list of a single unit for a country. */
export const optionsFor = (unit: SingleUnit, country: string): readonly Option[] =>
  "byCountry" in unit.options ? (unit.options.byCountry[country] ?? []) : unit.options;

const readSingle = (unit: SingleUnit, listener: Listener): Part => ({
  question: say(unit.stem, listener),
  options: offered(optionsFor(unit, listener.country), listener),
  optionsRead: unit.readOut,
  allow: unit.allow,
  ...(unit.prefill && { prefill: unit.prefill }),
});

function readNumeric(unit: NumericUnit, variable: string, listener: Listener): Part {
  const { fallback, entryMin: min, entryMax: max, refusedCode } = unit;
  if (fallback && variable === fallback.variable) {
    return {
      question: say(fallback.stem, listener),
      options: offered(fallback.options, listener),
      optionsRead: true,
      allow: fallback.allow,
    };
  }
  return {
    question: say(unit.stem, listener),
    options: [],
    optionsRead: false,
    entry: { min, max, ...(refusedCode !== undefined && { refusedCode }) },
    allow: unit.allow,
  };
}

/** The words of one item as it stands in its sentence. */
export const itemText = (item: BatteryItem, listener: Listener): string => say(item.text, listener);

function readItem(
  instrument: Instrument,
  unit: BatteryUnit,
  item: BatteryItem,
  listener: QuestionListener,
): Part {
  const scale = instrument.scales[unit.scale];
  const readOut = scale ? say(scale.readOut, listener) : "";
  const common = {
    options: offered(scale?.options ?? [], listener),
    optionsRead: true,
    allow: unit.allow,
    readOut,
  };
  const { reading } = unit;
  if (reading.form === "lead") {
    const lead = listener.first ? { lead: say(reading.lead, listener) } : {};
    return { ...common, ...lead, question: itemText(item, listener) };
  }
  const frame: Wording = listener.first ? reading.stem : reading.next;
  const sentence = say(frame, listener).replaceAll("{item}", itemText(item, listener));
  const withAnswers = listener.first && reading.appendReadOut;
  return { ...common, question: withAnswers ? `${sentence} ${readOut}` : sentence };
}

function readPart(
  instrument: Instrument,
  unit: Unit,
  variable: string,
  listener: QuestionListener,
): Part | null {
  if (unit.kind === "battery") {
    const item = unit.items.find((one) => one.variable === variable);
    return item ? readItem(instrument, unit, item, listener) : null;
  }
  if (unit.kind === "numeric") {
    const known = variable === unit.variable || variable === unit.fallback?.variable;
    return known ? readNumeric(unit, variable, listener) : null;
  }
  return variable === unit.variable ? readSingle(unit, listener) : null;
}

/** The question that asks `variable` of the unit with id `unit`; `null` where the instrument has no such question. */
export function readQuestion(
  instrument: Instrument,
  unit: string,
  variable: string,
  listener: QuestionListener,
): ReadQuestion | null {
  const asking = instrument.units.find(({ id }) => id === unit);
  const part = asking ? readPart(instrument, asking, variable, listener) : null;
  if (!asking || !part) return null;
  const isFallback = asking.kind === "numeric" && variable !== asking.variable;
  const script =
    listener.first && !isFallback && asking.preface ? instrument.scripts[asking.preface] : undefined;
  return {
    ...(script && { preface: say(script.read, listener) }),
    ...part,
    ...(asking.instruction && { instruction: instruct(asking.instruction, listener) }),
  };
}

/** As `readQuestion`, with the wave's placeholders filled. */
export function fillQuestion(question: ReadQuestion, values: Readonly<Record<string, string>>): ReadQuestion {
  const filled = (key: "preface" | "lead" | "readOut" | "instruction") =>
    question[key] === undefined ? {} : { [key]: fill(question[key], values) };
  return {
    ...question,
    question: fill(question.question, values),
    options: question.options.map(({ code, label }) => ({ code, label: fill(label, values) })),
    ...filled("preface"),
    ...filled("lead"),
    ...filled("readOut"),
    ...filled("instruction"),
  };
}
