// Edits of an instrument's JSON by place, as findings name places; for tests.

import { filterFixture } from "../fixtures/filters.ts";

type Json = Record<string, unknown>;

const isNode = (value: unknown): value is Json => typeof value === "object" && value !== null;

function child(node: Json, key: string): { readonly owner: Json; readonly key: string } {
  if (!Array.isArray(node)) return { owner: node, key };
  const index = node.findIndex(
    (element: Json) =>
      isNode(element) && ["id", "variable", "code"].some((name) => String(element[name]) === key),
  );
  return { owner: node, key: index < 0 ? key : String(index) };
}

function resolve(document: unknown, place: string) {
  const path = place.split("/");
  const last = path.pop() ?? "";
  let node = document;
  for (const step of path) {
    if (!isNode(node)) throw new Error(`nothing at ${step} of ${place}`);
    const { owner, key } = child(node, step);
    node = owner[key];
  }
  if (!isNode(node)) throw new Error(`nothing at ${place}`);
  return child(node, last);
}

export interface Edit {
  get(place: string): unknown;
  set(place: string, value: unknown): void;
  drop(place: string): void;
  push(place: string, value: unknown): void;
}

const editorOf = (document: unknown): Edit => ({
  get(place) {
    const { owner, key } = resolve(document, place);
    return owner[key];
  },
  set(place, value) {
    const { owner, key } = resolve(document, place);
    owner[key] = value;
  },
  drop(place) {
    const { owner, key } = resolve(document, place);
    if (Array.isArray(owner)) owner.splice(Number(key), 1);
    else if (key in owner) delete owner[key];
    else throw new Error(`nothing at ${place}`);
  },
  push(place, value) {
    const { owner, key } = resolve(document, place);
    (owner[key] as unknown[]).push(value);
  },
});

/** A copy of `document` with the edits made. */
export function edited(document: unknown, edit: (editor: Edit) => void): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  edit(editorOf(copy));
  return copy;
}

/** The filter fixture with the edits made. */
export const editedFixture = (edit: (editor: Edit) => void): unknown => edited(filterFixture, edit);
