// Requests of every route as the field really has them, who sends them, and the ids they speak of.

import type { RouteName } from "@fieldline/protocol";
import { access, type Role, routes } from "@fieldline/protocol";
import type { Field } from "../field.ts";
import { foreignTo } from "../matrix/foreign.ts";
import { workOf } from "../matrix/households.ts";
import { peopleOf } from "../matrix/people.ts";
import { type Asked, anew } from "../matrix/places.ts";
import { samplesOf } from "../matrix/samples.ts";
import { everywhere } from "../set-up.ts";
import type { Known } from "./fitting.ts";

export interface Ready {
  readonly asked: Asked;
  /** Of who may send it. */
  readonly cookie: string;
}

export interface Corpus {
  /** A request as its sender would send it; freshly prepared, or the one prepared last as a command of its own. */
  ready(name: RouteName, fresh: boolean): Promise<Ready>;
  /** Cookies of one person of each role, of some with another reach, a forged one, and none at all. */
  readonly cookies: readonly (string | undefined)[];
  readonly known: Known;
}

/** Places that name the same under another word. */
const sameAs: Readonly<Record<string, string>> = {
  ...{ waveId: "wave", rulesOf: "wave", planOf: "wave", caseId: "case", attemptId: "attempt" },
  ...{ numberId: "number", interviewId: "interview", replyToId: "message", ids: "message" },
  ...{ toIds: "user", studyId: "study", releaseId: "release", countries: "country", languages: "language" },
};
/** A new one for each thing wanted: with one that is known, nothing but the repetition would be tried. */
const madeByClients = new Set(["commandId", "id", "operationId", "seed"]);
const placeOf = (name: string): string => sameAs[name] ?? name;

export async function corpusOf(field: Field): Promise<Corpus> {
  const people = peopleOf(field);
  const work = workOf(field);
  const samples = samplesOf(field, work);
  const known = new Map<string, Set<string>>();
  const learn = (name: string, text: string): void => {
    if (madeByClients.has(name)) return;
    if (text === "" || text.length > 100) return;
    const place = placeOf(name);
    known.set(place, (known.get(place) ?? new Set()).add(text));
  };
  const learnAll = (part: unknown, name = ""): void => {
    if (typeof part === "string") learn(name, part);
    else if (Array.isArray(part)) for (const one of part) learnAll(one, name);
    else if (part && typeof part === "object") {
      for (const [inner, value] of Object.entries(part)) learnAll(value, inner);
    }
  };
  const prepared = new Map<RouteName, Ready>();
  let turn = 0;
  const ready: Corpus["ready"] = async (name, fresh) => {
    const last = prepared.get(name);
    if (last && !fresh) return { ...last, asked: anew(last.asked) };
    const ways = samples[name];
    const way = ways[turn++ % ways.length];
    const { action } = routes[name];
    const role = action === "public" ? "interviewer" : (way?.roles ?? access[action].roles)[0];
    const who = await (way?.alone ? people.alone(role as Role) : people.of(role as Role));
    const made = { asked: anew((await way?.own(who, people)) ?? {}), cookie: who.cookie };
    prepared.set(name, made);
    learnAll([made.asked.at, made.asked.query, made.asked.body]);
    return made;
  };

  for (const [kind, ids] of Object.entries(await foreignTo(field, work, people))) {
    for (const { id } of ids) learn(kind, id);
  }
  const cookies: (string | undefined)[] = ["fieldline_session=forged", undefined];
  for (const role of ["interviewer", "supervisor", "researcher", "administrator"] as const) {
    cookies.push((await people.of(role)).cookie);
  }
  const abroad = await field.person({ name: "abroad", roles: ["supervisor"], countries: ["GB"] });
  const all = ["interviewer", "supervisor", "researcher", "administrator"] as const;
  const anna = await field.person({ name: "anna", roles: all, countries: everywhere });
  for (const name of Object.keys(routes) as RouteName[]) await ready(name, true);
  return {
    ready,
    cookies: [...cookies, abroad.cookie, anna.cookie],
    known: (place) => [...(known.get(placeOf(place)) ?? [])],
  };
}
