// The one door to the phone library. Test numbers never come here: it calls some of them valid and some not.

import { parsePhoneNumberFromString } from "libphonenumber-js/max";

export interface LibraryNumber {
  readonly e164: string;
  readonly valid: boolean;
  readonly national: string;
  readonly international: string;
}

/** What the library makes of an international number; `null` when it cannot read it. */
export function askLibrary(e164: string): LibraryNumber | null {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return null;
  return {
    e164: parsed.number,
    valid: parsed.isValid(),
    national: parsed.formatNational(),
    international: parsed.formatInternational(),
  };
}
