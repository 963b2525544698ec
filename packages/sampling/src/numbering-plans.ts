// How the five countries dial: country calling code and the trunk digit that is left out from abroad.

export interface NumberingPlan {
  readonly callingCode: string;
  /** `0` before a national number, or nothing in a closed plan. */
  readonly trunk: "0" | "";
}

const plans: Readonly<Record<string, NumberingPlan>> = {
  CZ: { callingCode: "420", trunk: "" },
  DE: { callingCode: "49", trunk: "0" },
  DK: { callingCode: "45", trunk: "" },
  FR: { callingCode: "33", trunk: "0" },
  GB: { callingCode: "44", trunk: "0" },
};

/** The plan of a country (ISO 3166 alpha-2); `null` where none is known. */
export const numberingPlan = (country: string): NumberingPlan | null =>
  Object.hasOwn(plans, country) ? (plans[country] ?? null) : null;

/** The plan whose calling code an E.164 number bears; `null` for any other country's number. */
export const planOf = (e164: string): NumberingPlan | null =>
  Object.values(plans).find(({ callingCode }) => e164.startsWith(`+${callingCode}`)) ?? null;
