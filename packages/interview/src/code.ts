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

/** As it is read out: in two groups of four. */
export const spokenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
