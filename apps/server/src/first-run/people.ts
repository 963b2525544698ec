// The first people: one interviewer a language, one who speaks two, one of each other role, and a supervisor of one country.

import type { Role } from "@fieldline/protocol";
import { type StudyCountry, type StudyLanguage, studyCountries } from "@fieldline/study-2008";
import { addUsers } from "../modules/access/index.ts";
import { systemActor } from "../platform/actor.ts";
import type { Platform } from "../platform/platform.ts";

interface FirstPerson {
  /** Sign-in name; an interviewer's says the languages. */
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  /** The best first. */
  readonly languages: readonly StudyLanguage[];
  readonly countries: readonly StudyCountry[];
  readonly interfaceLanguage: StudyLanguage;
}

const interviewer = (
  name: string,
  displayName: string,
  languages: readonly [StudyLanguage, ...StudyLanguage[]],
  countries: readonly StudyCountry[],
): FirstPerson => ({
  name,
  displayName,
  role: "interviewer",
  languages,
  countries,
  interfaceLanguage: languages[0],
});

const office = (name: string, displayName: string, role: Role): FirstPerson => ({
  name,
  displayName,
  role,
  languages: [],
  countries: studyCountries,
  interfaceLanguage: "en",
});

/** Sees one country of the study and nothing of the others. */
const countrySupervisor = (
  name: string,
  displayName: string,
  country: StudyCountry,
  interfaceLanguage: StudyLanguage,
): FirstPerson => ({
  ...office(name, displayName, "supervisor"),
  countries: [country],
  interfaceLanguage,
});

const firstPeople: readonly FirstPerson[] = [
  interviewer("anna.cs", "Anna Nováková", ["cs"], ["CZ"]),
  interviewer("mette.da", "Mette Holm", ["da"], ["DK"]),
  interviewer("jonas.de", "Jonas Weber", ["de"], ["DE"]),
  interviewer("emily.en", "Emily Carter", ["en"], ["GB"]),
  interviewer("camille.fr", "Camille Laurent", ["fr"], ["FR"]),
  interviewer("freja.da.en", "Freja Lund", ["da", "en"], ["DK", "GB"]),
  office("sofia.supervisor", "Sofia Marek", "supervisor"),
  countrySupervisor("karen.supervisor.dk", "Karen Friis", "DK", "da"),
  office("henrik.researcher", "Henrik Brandt", "researcher"),
  office("ruth.administrator", "Ruth Ellis", "administrator"),
];

/** All of them in one transaction. @returns lines for the operator, with their passwords */
export async function addFirstPeople(platform: Platform, studyId: string): Promise<string[]> {
  const people = firstPeople.map(({ role, countries, languages, ...person }) => ({
    ...person,
    roles: [role],
    languages: [...languages],
    scopes: countries.map((country) => ({ studyId, country })),
  }));
  const added = await platform.execute(addUsers, { actor: systemActor, commandId: null, input: { people } });
  const lines = added.people.map(({ name, password }) => {
    const person = firstPeople.find((one) => one.name === name);
    return `  ${name.padEnd(20)} ${password}   ${person ? whatFor(person) : ""}`;
  });
  return ["Names and passwords, shown this once (npm run users -- reset NAME makes a new one):", ...lines];
}

/** Role and languages; the countries of whoever does not interview and sees only some. */
function whatFor({ role, languages, countries }: FirstPerson): string {
  if (languages.length > 0) return `${role} ${languages.join(", ")}`;
  return countries.length < studyCountries.length ? `${role}, only ${countries.join(", ")}` : role;
}
