// Which number of a case is rung: the one somebody chose, else the one the rules propose, and why they do.

import { effects, isDispositionKey } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";

type Numbers = CaseOnDesk["numbers"];
type DialNumber = Numbers[number];

export const isInbound = ({ reasons }: Pick<CaseOnDesk, "reasons">): boolean =>
  reasons.some(({ code }) => code === "inbound");

/** Who rings us may do so from a number that we may not ring. */
export function numberToRing(
  held: Pick<CaseOnDesk, "numbers" | "reasons">,
  chosen: string | null,
): DialNumber | undefined {
  const fit = isInbound(held) ? held.numbers : held.numbers.filter(({ closed }) => !closed);
  const open = fit.filter(({ closed }) => !closed);
  return fit.find(({ id }) => id === chosen) ?? open.find(({ next }) => next) ?? open[0] ?? fit[0];
}

export type WhyNumber = "other" | "otherClosed" | "same";

/** Why the rules propose the number they do; `null` where there is nothing to choose, or no proposal. */
export function whyNumber({ numbers, attempts }: Pick<CaseOnDesk, "numbers" | "attempts">): WhyNumber | null {
  const next = numbers.find((each) => each.next);
  const last = attempts.at(-1);
  if (!next || !last || numbers.length < 2) return null;
  if (last.numberId === next.id) return "same";
  return numbers.find(({ id }) => id === last.numberId)?.closed ? "otherClosed" : "other";
}

/** The outcome that closed a number; `null` where it was none of this case. */
export function closedAs({ attempts }: Pick<CaseOnDesk, "attempts">, numberId: string): string | null {
  const outcome = attempts.findLast((attempt) => attempt.numberId === numberId)?.disposition ?? "";
  if (!isDispositionKey(outcome)) return null;
  const { closes, doNotCall } = effects(outcome);
  return closes === "number" || doNotCall ? outcome : null;
}

/** Enough of a number's end to tell the numbers of one record apart, however its beginning is said. */
const tellingDigits = 6;
const endOf = (number: string): string => number.replaceAll(/\D/g, "").slice(-tellingDigits);

/** The number of a record that somebody has named, nationally or with the country's code. */
export const numberSaid = (numbers: Numbers, said: string): string | null =>
  numbers.find(({ display }) => endOf(display) === endOf(said))?.id ?? null;
