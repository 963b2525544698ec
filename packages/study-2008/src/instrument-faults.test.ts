// The 2008 questionnaire with one fault put in by lot: the check finds it, wherever it is.

import {
  type FindingCode,
  fingerprint,
  type Instrument,
  inspect,
  parseInstrument,
} from "@fieldline/instrument";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instrument2008 } from "./instrument.ts";

type Json = Record<string, unknown>;

const sound = instrument2008();
const copy = (): Json => JSON.parse(JSON.stringify(sound)) as Json;

const isNode = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Every object and list in a document, outermost first. */
function nodes(value: unknown): Json[] {
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
}

const isText = (node: Json): boolean =>
  Object.keys(node).length > 0 &&
  Object.entries(node).every(([key, words]) => sound.languages.includes(key) && typeof words === "string");

const texts = (document: Json): Json[] => nodes(document).filter(isText);
const having = (document: Json, ...keys: readonly string[]): Json[] =>
  nodes(document).filter((node) => keys.every((key) => key in node));

/** Puts one fault into the document; `pick` chooses among the places that can have it. */
type Fault = (document: Json, pick: <T>(among: readonly T[]) => T) => void;

const unitsOf = (document: Json): Json[] => document["units"] as Json[];
const mentions = (name: string) => (node: Json) =>
  Object.values(node).some((words) => String(words).includes(name));

const faults: Readonly<Record<string, readonly [FindingCode, Fault]>> = {
  "a text deleted in one language": [
    "instrument.textMissing",
    (document, pick) => {
      delete pick(texts(document))[pick(sound.languages)];
    },
  ],
  "a text emptied": [
    "instrument.textMissing",
    (document, pick) => {
      pick(texts(document))[pick(sound.languages)] = "\u00a0";
    },
  ],
  "a placeholder lost in one language": [
    "instrument.placeholderMissing",
    (document, pick) => {
      const text = pick(texts(document).filter(mentions("{")));
      const language = pick(sound.languages);
      text[language] = String(text[language]).replace(/\{\w+\}/, "");
      fc.pre(!String(text[language]).includes("{"));
    },
  ],
  "a placeholder nobody fills, in all languages": [
    "instrument.placeholderUnknown",
    (document, pick) => {
      const text = pick(texts(document));
      for (const language of sound.languages) text[language] = `${text[language]} {weather}`;
    },
  ],
  "a variable asked twice": [
    "instrument.variableNotUnique",
    (document, pick) => {
      const asking = having(document["units"] as Json, "variable");
      const one = pick(asking);
      one["variable"] = pick(asking.filter((other) => other !== one))["variable"];
    },
  ],
  "three units more": [
    "instrument.tooManyUnits",
    (document, pick) => {
      const block = pick(document["blocks"] as Json[]);
      for (const name of ["X1", "X2", "X3"]) {
        unitsOf(document).push({ ...(unitsOf(document)[0] as Json), id: name, variable: name.toLowerCase() });
        (block["units"] as string[]).push(name);
      }
    },
  ],
  "a question opened": [
    "instrument.openQuestion",
    (document, pick) => {
      pick(unitsOf(document))["kind"] = pick(["open", "text", "verbatim"]);
    },
  ],
  "a code given twice": [
    "instrument.codeNotUnique",
    (document, pick) => {
      const lists = nodes(document).filter(
        (node) => Array.isArray(node) && isNode(node[0]) && "code" in node[0],
      );
      const list = pick(lists) as unknown as Json[];
      (list[0] as Json)["code"] = (list[1] as Json)["code"];
    },
  ],
  "a scale renamed": [
    "instrument.unknownScale",
    (document, pick) => {
      pick(having(document["units"] as Json, "scale"))["scale"] = "FREQ5";
    },
  ],
  "a script renamed": [
    "instrument.unknownScript",
    (document, pick) => {
      const ends = document["ends"] as Json;
      ends[pick(Object.keys(ends))] = "S_NOWHERE";
    },
  ],
  "a country forgotten": [
    "instrument.countryTextMissing",
    (document, pick) => {
      const varying = pick(having(document, "byCountry"))["byCountry"] as Json;
      delete varying[pick(sound.countries).code];
    },
  ],
  "words by country forgotten altogether": [
    "instrument.countryTextMissing",
    (document, pick) => {
      delete pick(having(document, "byCountry", "text"))["byCountry"];
    },
  ],
  "a unit taken out of its block": [
    "instrument.unitNotPlaced",
    (document, pick) => {
      const units = pick(document["blocks"] as Json[])["units"] as string[];
      units.splice(units.indexOf(pick(units)), 1);
    },
  ],
  "a filter nobody passes": [
    "instrument.unitUnreachable",
    (document, pick) => {
      pick(unitsOf(document))["when"] = {
        all: [
          { variable: "sex", is: "eq", value: 1 },
          { variable: "sex", is: "eq", value: 2 },
        ],
      };
    },
  ],
  "an index over an item that is not asked": [
    "instrument.unknownVariable",
    (document, pick) => {
      (pick(having(document["derived"] as Json, "items"))["items"] as string[]).push("sf_dog");
    },
  ],
  "a screening that lets nobody on": [
    "instrument.routeCannotEnd",
    (document) => {
      ((document["screening"] as Json[])[0] as Json)["when"] = { all: [] };
    },
  ],
};

test.each(Object.entries(faults))("%s is found", (_name, [code, fault]) => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const document = copy();
      fault(document, (among) => {
        const drawn = numbers.next().value ?? 0;
        const picked = among[drawn % among.length];
        if (picked === undefined) throw new Error("nothing to pick from");
        return picked;
      });
      expect(inspect(document).map((found) => found.code)).toContain(code);
      if (code === "instrument.openQuestion") expect(parseInstrument(document).ok).toBe(false);
    }),
    { numRuns: 25 },
  );
});

test("one letter more in any one text makes another fingerprint", () => {
  const known = fingerprint(sound);
  const count = texts(copy()).length;
  expect(count).toBeGreaterThan(200);
  fc.assert(
    fc.property(fc.nat(count - 1), fc.constantFrom(...sound.languages), (index, language) => {
      const document = copy();
      const text = texts(document)[index] as Json;
      text[language] = `${text[language]}.`;
      expect(fingerprint(document as unknown as Instrument)).not.toBe(known);
    }),
    { numRuns: 60 },
  );
});
