// `npm run users -- add NAME … | reset NAME | scope NAME … | list`: the people who sign in.

import { roles } from "@fieldline/protocol";
import { interfaceLanguage } from "@fieldline/protocol/schemas";
import { addUsers, listUsers, longestDisplayName, resetPassword, setScope } from "../modules/access/index.ts";
import { loadedRelease } from "../modules/studies/index.ts";
import { operatorActor } from "../platform/actor.ts";
import type { Platform } from "../platform/platform.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { allWaves } from "./find-wave.ts";
import {
  type Arguments,
  type Described,
  listOf,
  oneOf,
  runCommand,
  type Terminal,
  WrongUse,
} from "./terminal.ts";

const usage = `Usage:
  npm run users -- add NAME --role ROLE [--languages da,en] [--countries DK,GB] [--display "Freja Lund"]
                            [--interface da] [--study CODE]
  npm run users -- reset NAME
  npm run users -- scope NAME --countries DK,CZ [--study CODE]
  npm run users -- list

ROLE is one of ${roles.join(", ")}; several are separated by commas.
An interviewer needs --languages, the best first. Without --countries: those in which the study asks in one of
these languages; all countries of the study for whoever does not interview.
A new password is printed once and kept nowhere.
scope says anew which countries of a study somebody sees and works in: those named and no others, at once, also on
pages that are open. --countries none takes the study away; other studies stay as they are.`;

/** What `--countries` says to take a study away. */
const nothing = "none";

const byOperator = { actor: operatorActor, commandId: null } as const;
const interfaceLanguages = interfaceLanguage.options;

/** What a study offers: the languages and countries of its waves, and who is asked in which language. */
async function studyFor(platform: Platform, code: string | undefined) {
  const waves = await allWaves(platform);
  const codes = [...new Set(waves.map((wave) => wave.study.code))];
  if (codes.length === 0) throw new OperatorError("There is no study yet; npm start sets up the first one.");
  if (code === undefined && codes.length > 1) {
    throw new OperatorError(`There are several studies; name one with --study: ${codes.join(", ")}.`);
  }
  const own = waves.filter((wave) => wave.study.code === (code ?? codes[0]));
  const [first] = own;
  if (!first) throw new OperatorError(`There is no study "${code}"; there are ${codes.join(", ")}.`);
  const releases = await platform.database.read("plain", (tx) =>
    Promise.all(own.flatMap(({ releaseId }) => (releaseId === null ? [] : [loadedRelease(tx, releaseId)]))),
  );
  const countries = [...new Set(own.flatMap((wave) => wave.countries))];
  return {
    studyId: first.studyId,
    countries,
    languages: [...new Set(own.flatMap((wave) => wave.languages))],
    /** Countries whose own language in a release is one of these. */
    countriesSpeaking: (languages: readonly string[]) => {
      const asked = releases.flatMap(({ instrument }) => instrument.countries);
      return countries.filter((code) =>
        asked.some((country) => country.code === code && languages.includes(country.language)),
      );
    },
  };
}

type Offered = Awaited<ReturnType<typeof studyFor>>;

/** @throws OperatorError where none is named or none follows from the languages */
function countriesFor(study: Offered, named: string | undefined, languages: readonly string[]): string[] {
  const list = listOf(named).map((text) => oneOf("--countries", text, study.countries));
  const countries =
    named !== undefined ? list : languages.length > 0 ? study.countriesSpeaking(languages) : study.countries;
  if (countries.length > 0) return countries;
  throw new OperatorError(`Name the countries with --countries: ${study.countries.join(", ")}.`);
}

async function add(platform: Platform, name: string, values: Arguments["values"], terminal: Terminal) {
  const held = listOf(values["role"]).map((role) => oneOf("--role", role, roles));
  const study = await studyFor(platform, values["study"]);
  const languages = listOf(values["languages"]).map((text) => oneOf("--languages", text, study.languages));
  const countries = countriesFor(study, values["countries"], languages);
  const preferred = values["interface"] ?? interfaceLanguages.find((known) => known === languages[0]) ?? "en";
  const displayName = (values["display"] ?? name).trim();
  if (displayName === "" || displayName.length > longestDisplayName) {
    throw new OperatorError(`--display must be a name of 1 to ${longestDisplayName} characters.`);
  }
  const person = {
    name,
    displayName,
    roles: held,
    languages,
    interfaceLanguage: oneOf("--interface", preferred, interfaceLanguages),
    scopes: countries.map((country) => ({ studyId: study.studyId, country })),
  };
  const { people } = await platform.execute(addUsers, { ...byOperator, input: { people: [person] } });
  for (const added of people) terminal.out(`${added.name}   ${added.password}`);
}

async function list(platform: Platform, terminal: Terminal) {
  const { users } = await platform.ask(listUsers, { actor: operatorActor, input: {} });
  for (const user of users) {
    const scopes = user.scopes.map(({ study, countries }) => `${study}: ${countries.join(", ")}`);
    const parts = [user.roles.join(", "), user.languages.join(", "), scopes.join("; ") || "sees nothing"];
    const line = [user.name.padEnd(22), user.displayName.padEnd(22), ...parts.filter((part) => part !== "")];
    terminal.out(`${line.join("  ")}${user.disabled ? "  (disabled)" : ""}`);
  }
  if (users.length === 0) terminal.out("There are no users yet; npm start adds the first ones.");
}

async function scope(platform: Platform, name: string, values: Arguments["values"], terminal: Terminal) {
  const named = listOf(values["countries"]);
  const input = {
    name,
    study: values["study"] ?? null,
    countries: named.join() === nothing ? [] : named,
  };
  const { study, countries, ...user } = await platform.execute(setScope, { ...byOperator, input });
  const seen = countries.length > 0 ? countries.join(", ") : "nothing";
  terminal.out(`${user.name} sees ${seen} of ${study} from now on.`);
}

export const usersCommand: Described = {
  usage,
  options: ["role", "languages", "countries", "display", "interface", "study"],
  async run({ positionals, values }, terminal, withDatabase) {
    const [verb, name, ...more] = positionals;
    const named = verb === "add" || verb === "reset" || verb === "scope";
    if (more.length > 0 || (!named && verb !== "list") || named !== (name !== undefined)) {
      throw new WrongUse("Say add NAME, reset NAME, scope NAME or list.");
    }
    const held = listOf(values["role"]);
    if (verb === "add" && held.length === 0) throw new WrongUse("A user needs a --role.");
    if (verb === "add" && held.includes("interviewer") && listOf(values["languages"]).length === 0) {
      throw new WrongUse("An interviewer needs --languages.");
    }
    if (verb === "scope" && listOf(values["countries"]).length === 0) {
      throw new WrongUse("Name the countries with --countries, or say --countries none.");
    }
    if (name !== undefined && !/^[a-z0-9][a-z0-9._-]{0,79}$/i.test(name.trim())) {
      throw new OperatorError("A name has letters from a to z, digits, dots, hyphens and _ only.");
    }
    await withDatabase(async (platform) => {
      if (verb === "list") return list(platform, terminal);
      if (verb === "add") return add(platform, name ?? "", values, terminal);
      if (verb === "scope") return scope(platform, name ?? "", values, terminal);
      const reset = await platform.execute(resetPassword, { ...byOperator, input: { name: name ?? "" } });
      terminal.out(`${reset.name}   ${reset.password}`);
    });
    return 0;
  },
};

if (import.meta.main) process.exitCode = await runCommand(usersCommand, process.argv.slice(2));
