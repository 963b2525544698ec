// What a journalled change of a cell did, in words: only the parts that differ.

import type { CellPolicy } from "@fieldline/quota";
import type { Translate } from "@fieldline/wording";
import { number } from "../format.ts";
import { policyInShort } from "../quotas/words.ts";

const parts = ["target", "policy", "closed", "cap"] as const;
type Part = (typeof parts)[number];

interface ChangedPart {
  readonly part: Part;
  readonly before: string;
  readonly after: string;
}

type Told = Readonly<Record<string, unknown>>;

/** In the order in which a supervisor decides on them; the limit comes last, since it follows from the others. */
export function changedParts(
  { before, after }: { readonly before: Told; readonly after: Told },
  t: Translate,
  language: string,
): readonly ChangedPart[] {
  return parts
    .filter((part) => !same(before[part], after[part]))
    .map((part) => ({
      part,
      before: inWords(part, before[part], t, language),
      after: inWords(part, after[part], t, language),
    }));
}

/** Policies are records of numbers; the journal may name their parts in another order. */
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  isRecord(value) ? JSON.stringify(Object.entries(value).toSorted()) : JSON.stringify(value ?? null);

function inWords(part: Part, value: unknown, t: Translate, language: string): string {
  if (part === "closed") return t(`monitor.quotas.state.${value === true ? "closed" : "open"}`);
  if (part === "policy") return isPolicy(value) ? policyInShort(value, t) : t("monitor.none");
  if (typeof value === "number") return number(value, language);
  return part === "cap" ? t("monitor.quotas.noLimit") : t("monitor.none");
}

const isRecord = (value: unknown): value is Told => typeof value === "object" && value !== null;

const isPolicy = (value: unknown): value is CellPolicy =>
  isRecord(value) &&
  (value["kind"] === "strict" ||
    value["kind"] === "counterOnly" ||
    (value["kind"] === "tolerant" &&
      typeof value["places"] === "number" &&
      typeof value["percent"] === "number"));
