// The code of an interview: what a respondent can read back on the telephone, and nobody can guess.

/** Without letters that sound or look like a digit or like each other (Crockford's Base32). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** Eight letters from a UUID's 40 leading random bits. */
export function interviewCode(uuid: string): string {
  let bits = BigInt(`0x${uuid.replaceAll("-", "").slice(0, 10)}`);
  let code = "";
  for (let place = 0; place < length; place++) {
    code = (letters[Number(bits & 31n)] ?? "0") + code;
    bits >>= 5n;
  }
  return code;
}

export const interviewCodePattern = /^[0-9A-HJKMNP-TV-Z]{8}$/;

export const isInterviewCode = (text: string): boolean => interviewCodePattern.test(text);

/**
 * A code as somebody typed it: in any case, with blanks and hyphens of any kind, with the letters that are taken for
 * digits (Crockford's Base32 reads O as 0, I and L as 1). `null` where it can be none.
 */
export function readInterviewCode(typed: string): string | null {
  const code = typed
    .replace(/[\s\p{Dash}]/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return isInterviewCode(code) ? code : null;
}

/** As it is read out: in two groups of four. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
