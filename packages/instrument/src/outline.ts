// The instrument as plain text in one language for one country: what an interviewer would read, top to bottom.

import { atomsOf } from "./conditions.ts";
import { type QuestionListener, type ReadQuestion, readQuestion } from "./read/question.ts";
import { type Listener, say } from "./read/say.ts";
import { readScript } from "./read/script.ts";
import type { Condition, Instrument, Unit } from "./types.ts";

const inside = (lines: readonly string[]): string[] => lines.map((line) => `   ${line}`);

/** A condition as staff would say it. */
function spelled(condition: Condition): string {
  if ("all" in condition) return condition.all.map(nested).join(" and ");
  if ("any" in condition) return condition.any.map(nested).join(" or ");
  if ("not" in condition) return `not ${nested(condition.not)}`;
  const { variable } = condition;
  if ("missing" in condition) return `${variable} is ${condition.missing}`;
  if ("oneOf" in condition) return `${variable} is one of ${condition.oneOf.join(", ")}`;
  return `${variable} ${condition.is} ${condition.value}`;
}
const nested = (condition: Condition): string =>
  atomsOf(condition).length > 1 ? `(${spelled(condition)})` : spelled(condition);

function answers({ options, optionsRead, readOut, entry, allow }: ReadQuestion): string[] {
  const number = entry
    ? [
        `number ${entry.min} to ${entry.max}${entry.refusedCode === undefined ? "" : `, ${entry.refusedCode} refused`}`,
      ]
    : [];
  const heading = options.length > 0 && !optionsRead ? ["(answers not read out)"] : [];
  return [
    ...number,
    ...heading,
    ...(readOut ? [`repeat as needed: ${readOut}`] : []),
    ...options.map(({ code, label }) => `${code}  ${label}`),
    ...(allow.length > 0 ? [`also: ${allow.join(", ")}`] : []),
  ];
}

const variablesOfUnit = (unit: Unit): readonly string[] => {
  if (unit.kind === "battery") return unit.items.map(({ variable }) => variable);
  return unit.kind === "numeric" && unit.fallback ? [unit.variable, unit.fallback.variable] : [unit.variable];
};

function unitLines(instrument: Instrument, unit: Unit, listener: Listener): string[] {
  const marks = [
    ...(unit.quota ? [`quota ${unit.quota}`] : []),
    ...(unit.when ? [`asked if ${spelled(unit.when)}`] : []),
  ];
  const lines = [`${unit.id}  ${unit.title}${marks.length > 0 ? `  [${marks.join("; ")}]` : ""}`];
  const questions = variablesOfUnit(unit).flatMap((variable, index) => {
    const context: QuestionListener = { ...listener, first: index === 0 };
    const question = readQuestion(instrument, unit.id, variable, context);
    return question ? [{ variable, question }] : [];
  });
  questions.forEach(({ variable, question }, index) => {
    if (question.preface) lines.push(...inside([question.preface]));
    if (index === 0 && question.instruction) lines.push(...inside([`[${question.instruction}]`]));
    if (question.lead) lines.push(...inside([question.lead]));
    lines.push(...inside([`${variable}: ${question.question}`]));
    const last = index === questions.length - 1;
    if (unit.kind !== "battery" || last) lines.push(...inside(inside(answers(question))));
  });
  return lines;
}

function scriptLines(instrument: Instrument, id: string, listener: Listener): string[] {
  const script = readScript(instrument, id, listener);
  if (!script) return [];
  return [
    `${id}  ${instrument.scripts[id]?.use ?? ""}`,
    ...inside([
      ...(script.instruction ? [`[${script.instruction}]`] : []),
      script.read,
      ...(script.options ?? []).map(({ code, label }) => `${code}  ${label}`),
    ]),
  ];
}

/** All that is read for one language and country; placeholders stay as `{name}`. Ends with a line break. */
export function outline(instrument: Instrument, listener: Pick<Listener, "language" | "country">): string {
  const { language, country } = listener;
  const steps = new Set([instrument.opening.intro, ...instrument.opening.steps]);
  const others = Object.keys(instrument.scripts).filter((id) => !steps.has(id));
  const units = new Map(instrument.units.map((unit) => [unit.id, unit]));
  const lines = [
    `${say({ text: instrument.title }, listener)}  (${instrument.id} ${instrument.version}; ${language}, ${country})`,
    "",
    ...[...steps].flatMap((id) => [...scriptLines(instrument, id, listener), ""]),
    ...instrument.blocks.flatMap(({ id, units: ids, rotated }) => [
      `== ${id}${rotated ? `, in random order: ${rotated.map((group) => group.join("+")).join(" | ")}` : ""}`,
      "",
      ...ids.flatMap((unit) => {
        const found = units.get(unit);
        return found ? [...unitLines(instrument, found, listener), ""] : [];
      }),
    ]),
    "== other scripts",
    "",
    ...others.flatMap((id) => [...scriptLines(instrument, id, listener), ""]),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
