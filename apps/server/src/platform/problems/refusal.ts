// A refusal: a problem on its way out of a verb. Thrown, so that everything the transaction wrote is undone.

import type { Problem } from "@fieldline/kernel";

export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = "Refusal";
    this.problem = problem;
  }
}

/** A refusal that is no fate: the same command, sent again, may be carried out. */
export class PassingRefusal extends Refusal {}

/** `throw refuse("calling.leaseLost", { case: id })`. Params carry ids and counts, never contact data or answers. */
export const refuse = (code: string, params?: Readonly<Record<string, string | number>>): Refusal =>
  new Refusal(params ? { code, params } : { code });

/** The value of a result, or its problem thrown as a refusal. */
export function orRefuse<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem },
): Value {
  if (result.ok) return result.value;
  throw new Refusal(result.problem);
}
