// Every route and stream × every role and nobody × own and foreign scope, made from the access table, with real requests.

import {
  type AccessRule,
  type Action,
  access,
  type Role,
  type RouteName,
  roles,
  routes,
  type StreamName,
  streams,
} from "@fieldline/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { danishField } from "./support/field.ts";
import { liveNode, sequencing } from "./support/live-nodes.ts";
import { askingOf, routeKey } from "./support/matrix/asking.ts";
import { describedBy } from "./support/matrix/described.ts";
import { type Foreign, type ForeignId, foreignTo } from "./support/matrix/foreign.ts";
import { workOf } from "./support/matrix/households.ts";
import { type Person, peopleOf } from "./support/matrix/people.ts";
import { type Asked, anew, placesIn, variants } from "./support/matrix/places.ts";
import type { Sample } from "./support/matrix/sample.ts";
import { samplesOf } from "./support/matrix/samples.ts";
import { withPlan } from "./support/quota-field.ts";
import { connected } from "./support/wall.ts";

const field = await danishField();
await withPlan(field, { total: 500, men: 250, women: 250 });
sequencing(field.platform);
const people = peopleOf(field);
const work = workOf(field);
const samples = samplesOf(field, work);
const { sends, asks, denies, denied, journalled } = askingOf(field);

let foreign: Foreign;
beforeAll(async () => {
  foreign = await foreignTo(field, work, people);
});

const names = Object.keys(routes) as RouteName[];
const allowed = (action: Action): readonly Role[] => access[action].roles;
const unlimited = (action: Action): readonly Role[] => {
  const rule: AccessRule = access[action];
  return rule.everywhere ?? [];
};
const using = (name: RouteName, sample: Sample): readonly Role[] => {
  const { action } = routes[name];
  if (action === "public") return [];
  return allowed(action).filter((role) => sample.roles?.includes(role) ?? true);
};
/** Somebody who may send it, with a request of theirs. */
async function ready(name: RouteName, sample: Sample, role = using(name, sample)[0] ?? "administrator") {
  const who = await (sample.alone ? people.alone(role) : people.of(role));
  return { who, asked: await sample.own(who, people) };
}

describe.each(names)("%s", (name) => {
  const { action, path } = routes[name];

  it("without a session is answered 401", async () => {
    if (action === "public") return expect(samples[name]).toEqual([]);
    const at = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, part]) => [part, "x"]));
    expect(await sends(name, { at })).toMatchObject({ status: 401, code: "session.missing" });
    expect(await sends(name, { at }, "fieldline_session=forged")).toMatchObject({ status: 401 });
  });

  if (action === "public") return;

  it.each(roles.filter((role) => !allowed(action).includes(role)))("is not for the role %s", async (role) => {
    const [sample] = samples[name];
    if (!sample) return expect.fail("the matrix has no request for this route");
    const { asked } = await ready(name, sample);
    const reply = await asks(await people.of(role), name, asked);
    expect(reply, reply.text).toMatchObject({ status: 403, code: "access.notAllowed" });
  });

  const ways = samples[name].map((sample) => ({ sample, what: sample.what ?? "as it is used" }));
  describe.each(ways)("$what", ({ sample }) => {
    it.each(using(name, sample))("in own scope is for the role %s, in no other", async (role) => {
      const limited = !unlimited(action).includes(role);
      const { who, asked } = await ready(name, sample, role);
      await findsNothingForeign(name, { who, asked, limited, sample });
      const reply = await asks(who, name, anew(asked));
      expect(reply.status, reply.text).toBe(sample.status ?? 200);
      if (limited) for (const id of telltale()) expect(reply.text).not.toContain(id);
    });
  });
});

interface Tried {
  readonly who: Person;
  readonly asked: Asked;
  readonly limited: boolean;
  readonly sample: Sample;
}

/** Each id of the request replaced by each foreign one: 404 every time, all with the same code. */
async function findsNothingForeign(name: RouteName, { who, asked, limited, sample }: Tried): Promise<void> {
  const outside = ({ reach }: ForeignId): boolean =>
    reach === "nobody" || (reach === "otherDesk" ? sample.desk === true : limited);
  for (const { place, foreign: one, asked: wrong } of variants(asked, foreign, sample.places)) {
    if (!outside(one)) continue;
    const { status, code, text } = await asks(who, name, wrong);
    expect({ place, of: one.why, status, code }, text).toEqual({
      place,
      of: one.why,
      status: 404,
      code: "access.notFound",
    });
  }
}

/** Ids whose appearance in an answer would tell somebody of what is not theirs. */
const telltale = (): string[] =>
  (["wave", "case", "number", "attempt", "interview", "export", "message", "user"] as const).flatMap((kind) =>
    foreign[kind].filter(({ reach }) => reach === "otherScope").map(({ id }) => id),
  );

describe("the matrix", () => {
  it("has a request for every route, and every address of the API is a route", async () => {
    expect(Object.keys(samples).sort()).toEqual([...names].sort());
    const without = names.filter((name) => samples[name].length === 0);
    expect(without).toEqual(names.filter((name) => routes[name].action === "public"));
    const { addresses } = await describedBy(field.app);
    expect(addresses().sort()).toEqual(names.map(routeKey).sort());
  });

  it.each(names)("tries a foreign id at every place where %s takes one", async (name) => {
    const { placesOf } = await describedBy(field.app);
    const tried = new Set<string>();
    for (const sample of samples[name]) {
      const { asked } = await ready(name, sample);
      for (const place of placesIn(asked, sample.places)) tried.add(place);
    }
    expect(placesOf(name).filter((place) => !tried.has(place))).toEqual([]);
  });
});

describe("a stream", async () => {
  const node = await liveNode(field);
  const all = Object.keys(streams) as StreamName[];

  it("begins with a session", async () => {
    await expect(connected(node.base, {})).rejects.toThrow();
  });

  it.each(all.flatMap((stream) => roles.map((role) => [stream, role] as const)))(
    "%s for the role %s is in own scope and in no other",
    async (stream, role) => {
      const who = await people.of(role);
      const wall = await connected(node.base, { cookie: who.cookie });
      const may = allowed(streams[stream].action).includes(role);
      const refused = (code: string) => ({ ok: false, problem: { code } });
      for (const { id } of foreign.wave) {
        const code = may ? "access.notFound" : "access.notAllowed";
        expect(await wall.subscribe({ stream, waveId: id })).toMatchObject(refused(code));
      }
      denies(who, "subscribe", foreign.wave.length);
      const reply = await wall.subscribe({ stream, waveId: field.waveId });
      if (!may) {
        denies(who, "subscribe", 1);
        return expect(reply).toMatchObject(refused("access.notAllowed"));
      }
      expect(reply).toEqual({ ok: true });
      await wall.until("the snapshot", () => wall.messages.length > 0);
      const text = JSON.stringify(wall.messages);
      for (const id of [...telltale(), "GB/"]) expect(text).not.toContain(id);
    },
  );
});

describe("what was denied", () => {
  it("is journalled, every try of everybody, and nothing else is", async () => {
    expect(Object.keys(denied()).length).toBeGreaterThan(names.length);
    expect(await journalled()).toEqual(denied());
  });
});
