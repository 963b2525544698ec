// Whether what became of a call rests on the silence of its desk alone.

interface PresumedCall {
  readonly presumed: boolean;
  readonly disposition: string | null;
  readonly case: { readonly state: string; readonly finalDisposition: string | null };
}

/**
 * Nobody has said what came of the call, and its case is open, or closed by nothing but what was presumed of it: then
 * the desk may still say. A case closed by a withdrawal or by a corrected outcome stays as it was closed.
 */
export function onlyPresumed({ presumed, disposition, case: of }: PresumedCall): boolean {
  const { state, finalDisposition } = of;
  const bySilence = finalDisposition === "attemptsExhausted" || finalDisposition === disposition;
  return presumed && (state === "open" || bySilence);
}
