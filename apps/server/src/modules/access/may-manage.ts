// Who manages whom: administrators everybody, supervisors the interviewers of their own countries. Also what they may give.

import { type Role, roles, type UserBody, type UserList } from "@fieldline/protocol";
import type { Actor } from "../../platform/actor.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { countriesWithin, notFound, reachOf } from "./scope.ts";

type Study = UserList["studies"][number];

export interface Manager {
  /** Roles this person may give. */
  readonly roles: readonly Role[];
  /** Studies with the countries and languages this person may give. */
  readonly studies: readonly Study[];
  /** Whether a user is there for this person at all. */
  sees(user: Pick<UserBody, "roles" | "scopes">): boolean;
}

/**
 * Read anew, after the lock: who has just been disabled or lost the role manages nobody any more.
 * @throws Refusal `access.notAllowed`
 */
export async function managerOf(tx: ReadTx, actor: Actor): Promise<Manager> {
  const held = await rolesOf(tx, actor);
  if (held === "all" || held.includes("administrator")) {
    return { roles, studies: await studiesWithin(tx, { kind: "operator" }), sees: () => true };
  }
  if (!held.includes("supervisor")) throw refuse("access.notAllowed");
  const studies = await studiesWithin(tx, actor);
  const given: readonly Role[] = ["interviewer"];
  return {
    roles: given,
    studies,
    sees: (user) =>
      user.roles.every((role) => given.includes(role)) &&
      user.scopes.length > 0 &&
      user.scopes.every((scope) => isWithin(studies, scope)),
  };
}

async function rolesOf(tx: ReadTx, actor: Actor): Promise<readonly string[] | "all"> {
  if (actor.kind !== "user") return "all";
  const user = await tx.user.findFirst({
    where: { id: actor.id, disabledAt: null },
    select: { roles: true },
  });
  return user?.roles ?? [];
}

async function studiesWithin(tx: ReadTx, actor: Actor): Promise<Study[]> {
  const reach = await reachOf(tx, actor);
  const found = await tx.study.findMany({
    orderBy: { code: "asc" },
    include: { waves: { select: { countries: true, languages: true } } },
  });
  return found
    .map(({ waves, ...study }) => ({
      ...study,
      countries: once(
        waves.flatMap(({ countries }) => countriesWithin(reach, { studyId: study.id, countries })),
      ),
      languages: once(waves.flatMap(({ languages }) => languages)),
    }))
    .filter(({ countries }) => countries.length > 0);
}

const once = (codes: readonly string[]): string[] => [...new Set(codes)].toSorted();

const isWithin = (studies: readonly Study[], { studyId, country }: UserBody["scopes"][number]): boolean =>
  studies.some(({ id, countries }) => id === studyId && countries.includes(country));

type Given = Pick<UserBody, "roles" | "scopes" | "languages">;

/**
 * Nobody gives what is not theirs to give; what a user has already may stay.
 * @throws Refusal `access.notAllowed`, `access.notFound`, `request.invalid`
 */
export function mayGive({ roles: own, studies }: Manager, given: Given, before?: Given): void {
  const newRoles = given.roles.filter((role) => !before?.roles.includes(role));
  if (newRoles.some((role) => !own.includes(role))) throw refuse("access.notAllowed");
  const had = (scope: UserBody["scopes"][number]): boolean =>
    before?.scopes.some((one) => one.studyId === scope.studyId && one.country === scope.country) ?? false;
  if (given.scopes.some((scope) => !had(scope) && !isWithin(studies, scope))) throw notFound();
  const spoken = new Set(studies.flatMap(({ languages }) => languages));
  for (const { language } of before?.languages ?? []) spoken.add(language);
  if (given.languages.some(({ language }) => !spoken.has(language))) {
    throw refuse("request.invalid", { place: "languages" });
  }
}

/** @throws Refusal `user.languageMissing`, `user.countryMissing` */
export function mustHave({ roles: held, scopes, languages }: Given): void {
  if (!held.includes("interviewer")) return;
  if (languages.length === 0) throw refuse("user.languageMissing");
  if (scopes.length === 0) throw refuse("user.countryMissing");
}
