// Compiled conditions mean what the instrument says they mean.

import { type Answer, type Condition, holds } from "@fieldline/instrument";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileCondition } from "./condition.ts";

const variables = ["works", "hours", "age"];
const code = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom("DK01", "1"));
const missing = fc.constantFrom("dontKnow", "refused", "notApplicable") as fc.Arbitrary<"dontKnow">;
const variable = fc.constantFrom(...variables, "no_such_variable");

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({ variable, is: fc.constantFrom("eq", "ne", "lt", "le", "gt", "ge"), value: code }),
    fc.record({ variable, oneOf: fc.array(code, { maxLength: 3 }) }),
    fc.record({ variable, missing }),
    fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
  ) as fc.Arbitrary<Condition>,
}));
const answer: fc.Arbitrary<Answer> = fc.oneof(fc.record({ value: code }), fc.record({ missing }));
const answers = fc.dictionary(fc.constantFrom(...variables), answer, { noNullPrototype: true });

test("a compiled condition holds exactly where the instrument's own reading of it holds", () => {
  fc.assert(
    fc.property(condition, answers, (wanted, given) => {
      const compiled = compileCondition(wanted, (name) => variables.indexOf(name));
      const seen = variables.map((name) => given[name]);
      expect(compiled(seen)).toBe(holds(wanted, given));
    }),
    { numRuns: 2_000 },
  );
});
