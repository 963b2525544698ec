// What a recount finds: which invariant does not hold, where, and in what way.

/** What must hold at every commit, on every machine, under every fault; each rule's file says it in words. */
export type Invariant = "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R8" | "R9" | "R12";

/** Never with contact data or answers in it. */
export interface Finding {
  readonly invariant: Invariant;
  /** Name of the rule that found it, in kebab-case. */
  readonly rule: string;
  /** The row it is about: a table's singular and an id. */
  readonly entity: string;
  readonly id: string;
  /** One English sentence part: what stands there, and what should. */
  readonly says: string;
}

/** One kind of thing that must hold. */
export interface Rule {
  readonly invariant: Invariant;
  readonly name: string;
}

/** What a rule's findings have in common is filled in by `of`. */
export const findingOf =
  ({ invariant, name }: Rule, entity: string) =>
  (id: string, says: string): Finding => ({ invariant, rule: name, entity, id, says });
