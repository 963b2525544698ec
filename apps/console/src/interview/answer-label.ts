// An answer in words, for the foot of the screen and for the list of what a change would drop.

import { type Answer, readQuestion, sexOf } from "@fieldline/instrument";
import { answerSign, type ScreenContext } from "./on-screen.ts";

/** Code and label in the interview's language: `1 ofte`. */
export function answerLabelOf(
  { compiled, state, staffLanguage }: ScreenContext,
  variable: string,
  answer: Answer,
): string {
  const { instrument } = compiled.release;
  if ("missing" in answer) {
    const labels = instrument.missingLabels[answer.missing];
    return `${answerSign(answer)} ${labels[staffLanguage] ?? labels[state.language] ?? ""}`;
  }
  const unit = unitOf(variable);
  const read = unit
    ? readQuestion(instrument, unit, variable, {
        language: state.language,
        country: state.country,
        sex: sexOf(instrument, state.answers),
        first: false,
      })
    : null;
  const label = read?.options.find(({ code }) => code === answer.value)?.label;
  if (label === undefined) return String(answer.value);
  return typeof answer.value === "number" ? `${answer.value} ${label}` : label;

  function unitOf(asked: string): string | undefined {
    return instrument.units.find((each) => {
      if (each.kind === "battery") return each.items.some((item) => item.variable === asked);
      if (each.kind === "numeric" && each.fallback?.variable === asked) return true;
      return each.variable === asked;
    })?.id;
  }
}
