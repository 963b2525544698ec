// Whole numbers in proportion: the method of the largest remainder (Hamilton).

/** Remainders closer than this share of one place count as equal, so that 0.1 × 5 and 0.3 × 5 tie. */
const finest = 1e9;

/**
 * `n` divided in proportion to `shares` (any positive scale), in whole numbers that add up to it. Each lies within
 * one of the exact share; of equal remainders the earlier takes the odd place. A `RangeError` when `n` is not a
 * whole number from 0, a share is negative, or no share is above zero.
 */
export function largestRemainder(shares: readonly number[], n: number): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  if (!(Number.isSafeInteger(n) && n >= 0)) throw new RangeError("Places come in whole numbers from 0");
  if (!(sum > 0 && Number.isFinite(sum) && shares.every((share) => share >= 0))) {
    throw new RangeError("Shares are numbers from 0, at least one of them above");
  }
  const exact = shares.map((share) => (n * share) / sum);
  const whole = exact.map((share) => Math.floor(share + 1 / finest));
  const left = n - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: Math.round((share - (whole[index] ?? 0)) * finest) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const odd = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return whole.map((count, index) => count + (odd.has(index) ? 1 : 0));
}
