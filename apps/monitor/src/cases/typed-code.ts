// The code of an interview as somebody writes it down: with blanks or hyphens, in small letters.

/** In capitals, without blanks and hyphens of any kind. */
export const typedCode = (text: string): string => text.replace(/[\s\p{Dash}]/gu, "").toUpperCase();

/** Eight letters and digits; whether an interview has it only the server knows. */
export const mayBeCode = (code: string): boolean => /^[0-9A-Z]{8}$/.test(code);
