// A value or a problem, never both, never an exception for what a user can cause.

/** What went wrong, as a stable code with the numbers and names its sentence needs; no contact data, no answers. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<Value, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: P };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const fail = <Code extends string>(
  code: Code,
  params?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly problem: Problem<Code> } => ({
  ok: false,
  problem: params ? { code, params } : { code },
});
