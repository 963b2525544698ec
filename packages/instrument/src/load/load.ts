// Loading: from a file's JSON, in either form, to an instrument or to everything that is wrong with it.

import { check } from "../check/check.ts";
import type { InstrumentDraft } from "../draft.ts";
import { type Finding, finding, type InstrumentResult, unsound } from "../findings.ts";
import { instrumentShape } from "../shape/instrument.ts";
import { isRecord } from "../shape/reader.ts";
import type { Instrument } from "../types.ts";
import { additionsShape } from "./additions.ts";
import { draftFrom } from "./source-draft.ts";
import { sourceShape } from "./source-shape.ts";

interface Reading {
  readonly draft?: InstrumentDraft;
  readonly findings: readonly Finding[];
}

function readSource(source: unknown, additions: unknown): Reading {
  const found: Finding[] = [];
  const document = sourceShape(source, { place: "", found });
  if (additions === undefined) found.push(finding("instrument.additionsMissing", ""));
  const added =
    additions === undefined ? undefined : additionsShape(additions, { place: "additions", found });
  if (!document || !added) return { findings: found };
  const draft = draftFrom(document, added, found);
  return { draft, findings: found };
}

function readOwn(document: unknown): Reading {
  const found: Finding[] = [];
  const draft = instrumentShape(document, { place: "", found });
  return draft ? { draft, findings: found } : { findings: found };
}

/** A delivered file has `meta`; the form that releases freeze has not. */
export const isSourceForm = (document: unknown): boolean => isRecord(document) && "meta" in document;

/** Whether every unit can be asked, so that the draft is an instrument. */
const isInstrument = (draft: InstrumentDraft): draft is Instrument =>
  draft.units.every((unit) => unit.kind !== "open");

function instrumentFrom({ draft, findings }: Reading): InstrumentResult<Instrument> {
  if (draft && findings.length === 0 && isInstrument(draft)) return { ok: true, value: draft };
  return unsound(draft ? [...findings, ...check(draft)] : findings);
}

/**
 * Loads a delivered questionnaire file. `additions` is the study's file of what was added to it.
 * A refusal carries what is wrong with the document and, where it can be read at all, with the instrument in it.
 */
export const loadInstrument = (source: unknown, additions: unknown): InstrumentResult<Instrument> =>
  instrumentFrom(readSource(source, additions));

/** Reads an instrument in its own form, such as its canonical form parsed from JSON. */
export const parseInstrument = (document: unknown): InstrumentResult<Instrument> =>
  instrumentFrom(readOwn(document));

/** Everything that is wrong with a document of either form; empty means it can be released. */
export function inspect(document: unknown, additions?: unknown): readonly Finding[] {
  const { draft, findings } = isSourceForm(document) ? readSource(document, additions) : readOwn(document);
  return draft ? [...findings, ...check(draft)] : findings;
}
