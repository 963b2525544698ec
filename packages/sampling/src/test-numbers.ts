// Ranges of telephone numbers that ring nobody: the only numbers a test wave takes, and none a live wave takes.

export type NumberKind = "landline" | "mobile";

export interface TestNumberRange {
  readonly country: "CZ" | "DE" | "DK" | "FR" | "GB";
  readonly kind: NumberKind;
  readonly place: string;
  /** The fixed digits, in E.164. */
  readonly prefix: string;
  /** How many digits are free after the prefix; 0 for a single number. */
  readonly free: number;
  /** Lengths of the groups in which locals write the digits after the country code. */
  readonly groups: readonly number[];
  /** `drama`: set aside by the regulator for fiction. `spare`: no subscriber number can begin so. */
  readonly basis: "drama" | "spare";
  /** Whether the range was read in a source or only recalled. */
  readonly status: "verified" | "recalled";
}

type Row = [kind: NumberKind, place: string, prefix: string, free: number, groups: readonly number[]];

const ranges = (
  country: TestNumberRange["country"],
  basis: TestNumberRange["basis"],
  status: TestNumberRange["status"],
  rows: readonly Row[],
): TestNumberRange[] =>
  rows.map(([kind, place, prefix, free, groups]) => ({
    country,
    kind,
    place,
    prefix,
    free,
    groups,
    basis,
    status,
  }));

const french = [1, 2, 2, 2, 2];
const danish = [2, 2, 2, 2];
const czech = [3, 3, 3];

/** Cities whose block is `496 0xxx`. */
const british = ["113", "114", "115", "116", "117", "118", "121", "131", "141", "151", "161"];

/**
 * Sources: Bundesnetzagentur notice 148/2021 (DE), Ofcom's numbers for drama (GB), Arcep's numbering plan (FR).
 * Denmark and Czechia have set nothing aside: there no subscriber number begins with 1 or with 0, so the kinds
 * given to their spare ranges are ours. Never +45 11 nor +420 00 or 1: emergency numbers, international prefix.
 */
export const testNumberRanges: readonly TestNumberRange[] = [
  ...ranges("CZ", "spare", "recalled", [
    ["landline", "01", "+42001", 7, czech],
    ["landline", "02", "+42002", 7, czech],
    ["landline", "03", "+42003", 7, czech],
    ["landline", "04", "+42004", 7, czech],
    ["landline", "05", "+42005", 7, czech],
    ["mobile", "06", "+42006", 7, czech],
    ["mobile", "07", "+42007", 7, czech],
    ["mobile", "08", "+42008", 7, czech],
    ["mobile", "09", "+42009", 7, czech],
  ]),
  ...ranges("DE", "drama", "verified", [
    ["landline", "Berlin", "+493023125", 3, [2, 5, 3]],
    ["landline", "Frankfurt", "+496990009", 3, [2, 5, 3]],
    ["landline", "Hamburg", "+494066969", 3, [2, 5, 3]],
    ["landline", "Köln", "+492214710", 3, [3, 4, 3]],
    ["landline", "München", "+498999998", 3, [2, 5, 3]],
    ["mobile", "0152", "+4915228817386", 0, [3, 8]],
  ]),
  ...ranges("DE", "drama", "recalled", [
    ["mobile", "0152", "+4915228895456", 0, [3, 8]],
    ["mobile", "0152", "+4915254599371", 0, [3, 8]],
    ["mobile", "0171", "+4917139200", 2, [3, 7]],
    ["mobile", "0176", "+49176040690", 2, [3, 8]],
  ]),
  ...ranges("DK", "spare", "verified", [
    ["landline", "13", "+4513", 6, danish],
    ["landline", "14", "+4514", 6, danish],
    ["mobile", "15", "+4515", 6, danish],
  ]),
  ...ranges("FR", "drama", "verified", [
    ["landline", "Île-de-France", "+3319900", 4, french],
    ["landline", "Nord-Ouest", "+3326191", 4, french],
    ["landline", "Nord-Est", "+3335301", 4, french],
    ["landline", "Sud-Est", "+3346571", 4, french],
    ["landline", "Sud-Ouest", "+3353649", 4, french],
    ["mobile", "06", "+3363998", 4, french],
  ]),
  ...ranges("GB", "drama", "verified", [
    ["landline", "no area", "+441632960", 3, [4, 6]],
    ["landline", "London", "+442079460", 3, [2, 4, 4]],
    ["mobile", "07700", "+447700900", 3, [4, 6]],
  ]),
  ...ranges("GB", "drama", "recalled", [
    ...british.map((area): Row => ["landline", `0${area}`, `+44${area}4960`, 3, [3, 3, 4]]),
    ["landline", "Tyneside", "+441914980", 3, [3, 3, 4]],
    ["landline", "Northern Ireland", "+442896496", 3, [2, 4, 4]],
    ["landline", "Cardiff", "+442920180", 3, [2, 4, 4]],
  ]),
];

/** How many numbers a range holds. */
export const capacityOf = (range: TestNumberRange): number => 10 ** range.free;

/** The range an E.164 number belongs to; `null` for any number that might ring somebody. */
export function testRangeOf(e164: string): TestNumberRange | null {
  if (!/^\+\d+$/.test(e164)) return null;
  const found = testNumberRanges.find(
    ({ prefix, free }) => e164.length === prefix.length + free && e164.startsWith(prefix),
  );
  return found ?? null;
}

export const isTestNumber = (e164: string): boolean => testRangeOf(e164) !== null;

/** Whether an E.164 number begins like a test number, even when it is too long or too short to be one. */
export const beginsLikeTestNumber = (e164: string): boolean =>
  testNumberRanges.some(({ prefix }) => e164.startsWith(prefix));
