// What of a form differs from what holds: only that is sent, so that two people at once change what each of them meant.

/** Entries of `form` that are other than in `held`; text is trimmed, and what was emptied is left as it is. */
export function differing<Form extends object>(
  form: Form,
  held: { readonly [Name in keyof Form]?: unknown },
): Partial<Form> {
  const changed = Object.entries(form)
    .map(([name, value]) => [name, typeof value === "string" ? value.trim() : value] as const)
    .filter(([name, value]) => value !== "" && !same(value, held[name as keyof Form]));
  return Object.fromEntries(changed) as Partial<Form>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
