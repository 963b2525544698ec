// `npm run users -- add | reset | change | disable | enable | scope | list`: the people who sign in.

import { type Role, roles, skills, type UserBody } from "@fieldline/protocol";
import { displayName, interfaceLanguage } from "@fieldline/protocol/schemas";
import { addUser, changeUser, listUsers, resetPassword, setScope } from "../modules/access/index.ts";
import { operatorActor } from "../platform/actor.ts";
import type { Platform } from "../platform/platform.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import { refuse } from "../platform/problems/refusal.ts";
import { countriesFor, studyFor } from "./study-offered.ts";
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
  npm run users -- change NAME [--role ROLE] [--languages da,en] [--skills refusalConversion] [--display "Freja Lund"]
  npm run users -- disable NAME
  npm run users -- enable NAME
  npm run users -- scope NAME --countries DK,CZ [--study CODE]
  npm run users -- list

ROLE is one of ${roles.join(", ")}; several are separated by commas.
An interviewer needs --languages, the best first. Without --countries: those in which the study asks in one of
these languages; all countries of the study for whoever does not interview.
A new password is printed once and kept nowhere. reset and disable end every session of the user at once.
change leaves alone what it is not told; --skills none takes every skill away.
scope says anew which countries of a study somebody sees and works in: those named and no others, at once, also on
pages that are open. --countries none takes the study away; other studies stay as they are.`;

/** What `--countries` and `--skills` say to take everything away. */
const nothing = "none";

const byOperator = { actor: operatorActor, commandId: null } as const;
const interfaceLanguages = interfaceLanguage.options;
const nativeLevel = 3;

type Values = Arguments["values"];

/** @throws Refusal `user.unknown` */
async function userNamed(platform: Platform, typed: string): Promise<UserBody> {
  const name = typed.trim().toLowerCase();
  const { users } = await platform.ask(listUsers, { actor: operatorActor, input: {} });
  const user = users.find((one) => one.name === name);
  if (!user) throw refuse("user.unknown", { name });
  return user;
}

const rolesFrom = (values: Values): Role[] =>
  listOf(values["role"]).map((role) => oneOf("--role", role, roles));

/** The best first: native, fluent, and enough from the third on. */
const levels = (languages: readonly string[]) =>
  languages.map((language, index) => ({ language, level: Math.max(1, nativeLevel - index) }));

function displayFrom(text: string): string {
  const shown = displayName.safeParse(text);
  if (shown.success) return shown.data;
  throw new OperatorError(`--display must be a name of 1 to ${displayName.maxLength} characters.`);
}

async function add(platform: Platform, name: string, values: Values, terminal: Terminal) {
  const held = rolesFrom(values);
  const study = await studyFor(platform, values["study"]);
  const languages = listOf(values["languages"]).map((text) => oneOf("--languages", text, study.languages));
  const countries = countriesFor(study, values["countries"], languages);
  const preferred = values["interface"] ?? interfaceLanguages.find((known) => known === languages[0]) ?? "en";
  const input = {
    commandId: crypto.randomUUID(),
    name,
    displayName: displayFrom(values["display"] ?? name),
    roles: held,
    languages: levels(languages),
    skills: [],
    interfaceLanguage: oneOf("--interface", preferred, interfaceLanguages),
    scopes: countries.map((country) => ({ studyId: study.studyId, country })),
  };
  const { user, password } = await platform.execute(addUser, { ...byOperator, input });
  terminal.out(`${user.name}   ${password}`);
}

async function reset(platform: Platform, name: string, _values: Values, terminal: Terminal) {
  const { id } = await userNamed(platform, name);
  const input = { commandId: crypto.randomUUID(), user: id };
  const { user, password } = await platform.execute(resetPassword, { ...byOperator, input });
  terminal.out(`${user.name}   ${password}`);
}

async function change(platform: Platform, name: string, values: Values, terminal: Terminal) {
  const { languages: spoken, display, role, skills: named } = values;
  const can = listOf(named);
  const wanted = {
    ...(role === undefined ? {} : { roles: rolesFrom(values) }),
    ...(spoken === undefined ? {} : { languages: levels(listOf(spoken)) }),
    ...(display === undefined ? {} : { displayName: displayFrom(display) }),
    ...(named === undefined
      ? {}
      : { skills: can.join() === nothing ? [] : can.map((one) => oneOf("--skills", one, skills)) }),
  };
  const user = await changed(platform, name, wanted);
  terminal.out(`${user.name} is changed.`);
}

const switched =
  (disabled: boolean) => async (platform: Platform, name: string, _values: Values, terminal: Terminal) => {
    const user = await changed(platform, name, { disabled });
    terminal.out(`${user.name} ${disabled ? "is disabled and signed out everywhere" : "may sign in again"}.`);
  };

async function changed(platform: Platform, name: string, wanted: object): Promise<UserBody> {
  const { id, version } = await userNamed(platform, name);
  const input = { commandId: crypto.randomUUID(), user: id, version, ...wanted };
  return platform.execute(changeUser, { ...byOperator, input });
}

async function list(platform: Platform, terminal: Terminal) {
  const { users, studies } = await platform.ask(listUsers, { actor: operatorActor, input: {} });
  for (const user of users) {
    const scopes = studies
      .map(({ id, code }) => ({
        code,
        own: user.scopes.filter(({ studyId }) => studyId === id).map(({ country }) => country),
      }))
      .filter(({ own }) => own.length > 0)
      .map(({ code, own }) => `${code}: ${own.join(", ")}`);
    const languages = user.languages.map(({ language }) => language);
    const parts = [user.roles, languages, user.skills].map((codes) => codes.join(", "));
    const words = [...parts, scopes.join("; ") || "sees nothing"].filter((part) => part !== "");
    const line = [user.name.padEnd(22), user.displayName.padEnd(22), ...words].join("  ");
    terminal.out(`${line}${user.disabledAt === null ? "" : "  (disabled)"}`);
  }
  if (users.length === 0) terminal.out("There are no users yet; npm start adds the first ones.");
}

async function scope(platform: Platform, name: string, values: Values, terminal: Terminal) {
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

const verbs = { add, reset, change, disable: switched(true), enable: switched(false), scope };

/** @throws WrongUse, OperatorError */
function check(verb: string | undefined, name: string | undefined, values: Values): void {
  const held = listOf(values["role"]);
  if (verb === "add" && held.length === 0) throw new WrongUse("A user needs a --role.");
  if (verb === "add" && held.includes("interviewer") && listOf(values["languages"]).length === 0) {
    throw new WrongUse("An interviewer needs --languages.");
  }
  if (verb === "scope" && listOf(values["countries"]).length === 0) {
    throw new WrongUse("Name the countries with --countries, or say --countries none.");
  }
  const told = ["role", "languages", "skills", "display"].filter((option) => values[option] !== undefined);
  if (verb === "change" && told.length === 0) throw new WrongUse("Say what to change.");
  if (verb === "change" && values["role"] !== undefined && held.length === 0) {
    throw new WrongUse("A user needs a --role.");
  }
  if (name !== undefined && !/^[a-z0-9][a-z0-9._-]{0,79}$/i.test(name.trim())) {
    throw new OperatorError("A name has letters from a to z, digits, dots, hyphens and _ only.");
  }
}

export const usersCommand: Described = {
  usage,
  options: ["role", "languages", "countries", "display", "interface", "study", "skills"],
  async run({ positionals, values }, terminal, withDatabase) {
    const [verb, name, ...more] = positionals;
    const act = Object.entries(verbs).find(([known]) => known === verb)?.[1];
    if (more.length > 0 || (!act && verb !== "list") || (act !== undefined) !== (name !== undefined)) {
      throw new WrongUse(`Say ${Object.keys(verbs).join(", ")} with a NAME, or list.`);
    }
    check(verb, name, values);
    await withDatabase((platform) =>
      act ? act(platform, name ?? "", values, terminal) : list(platform, terminal),
    );
    return 0;
  },
};

if (import.meta.main) process.exitCode = await runCommand(usersCommand, process.argv.slice(2));
