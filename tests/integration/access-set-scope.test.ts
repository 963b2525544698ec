// `npm run users -- scope`: an operator cuts what a supervisor sees, and it counts at once.

import { expect, it } from "vitest";
import { runCommand } from "../../apps/server/src/commands/terminal.ts";
import { usersCommand } from "../../apps/server/src/commands/users.ts";
import { setQuotaPlan } from "../../apps/server/src/modules/quotas/index.ts";
import { operatorActor } from "../../apps/server/src/platform/actor.ts";
import { danishField } from "./support/field.ts";
import { emptyWave, otherStudy } from "./support/other-waves.ts";
import { smallPlan } from "./support/quota-field.ts";

const field = await danishField();
const { platform, waveId } = field;
const byOperator = { actor: operatorActor, commandId: null } as const;
await platform.execute(setQuotaPlan, {
  ...byOperator,
  input: { waveId, plan: smallPlan({ total: 10, men: 5, women: 5 }) },
});
const french = await emptyWave(platform, { studyId: field.studyId, code: "french", country: "FR" });
const everywhere = ["CZ", "DE", "DK", "FR", "GB"];
const sofia = await field.person({
  name: "sofia",
  roles: ["supervisor"],
  languages: [],
  countries: everywhere,
});

async function users(line: string) {
  const said: string[] = [];
  const note = (text: string) => void said.push(text);
  const code = await runCommand(usersCommand, line.split(" "), { out: note, err: note }, (work) =>
    work(platform),
  );
  return { code, said: said.join("\n") };
}

const seen = async () => {
  const { body } = await sofia.ask("GET", `/api/waves/${waveId}/quota-board`);
  return [...new Set(body.cells.map((cell: { country: string }) => cell.country))].sort();
};
const journal = () =>
  platform.database.read("plain", (tx) =>
    tx.journalEntry.findMany({ where: { action: "user.setScope" }, orderBy: { id: "asc" } }),
  );
const news = (after = 0n) =>
  platform.database.read("plain", (tx) =>
    tx.news.findMany({ where: { id: { gt: after }, topic: { in: ["rights", "desk"] } } }),
  );
const atFirst = (await news()).at(-1)?.id;

it("a supervisor whose scope is cut to Denmark sees Denmark at once, and other waves are not there", async () => {
  expect(await seen()).toEqual(everywhere);
  expect((await sofia.ask("GET", `/api/waves/${french}`)).status).toBe(200);
  const { code, said } = await users("scope Sofia --study cp --countries DK");
  expect({ code, said }).toEqual({ code: 0, said: "sofia sees DK of cp from now on." });
  expect(await seen()).toEqual(["DK"]);
  expect((await sofia.ask("GET", `/api/waves/${french}`)).status).toBe(404);
  expect((await sofia.ask("GET", `/api/waves/${french}/quota-board`)).status).toBe(404);
  expect((await users("list")).said).toMatch(/^sofia +sofia +supervisor +cp: DK$/m);
});

it("is in the journal with before and after, and told to whoever keeps sockets", async () => {
  const scopes = (countries: readonly string[]) => ({
    scopes: countries.map((country) => ({ studyId: field.studyId, country })),
  });
  const [entry, ...more] = await journal();
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    actorKind: "operator",
    entityKind: "user",
    before: scopes(everywhere),
    after: scopes(["DK"]),
  });
  const told = await news(atFirst);
  expect(told.map(({ topic }) => topic).toSorted()).toEqual(["desk", "rights"]);
  expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([entry?.entityId]));
});

it("said again it changes nothing and tells nobody", async () => {
  expect((await users("scope sofia --countries DK,DK")).code).toBe(0);
  expect(await journal()).toHaveLength(1);
  expect(await news(atFirst)).toHaveLength(2);
});

it("another study is another scope: it is named, given and taken by itself", async () => {
  await otherStudy(platform);
  expect(await users("scope sofia --countries DK")).toEqual({
    code: 1,
    said: "There are several studies; name one with --study: cp, other.",
  });
  expect((await users("scope sofia --study other --countries DK")).code).toBe(0);
  expect((await users("scope sofia --study cp --countries FR,DK")).code).toBe(0);
  expect((await users("list")).said).toMatch(/supervisor +cp: DK, FR; other: DK$/m);
  expect((await sofia.ask("GET", `/api/waves/${french}`)).status).toBe(200);
  expect(await users("scope sofia --study cp --countries none")).toEqual({
    code: 0,
    said: "sofia sees nothing of cp from now on.",
  });
  expect((await sofia.ask("GET", `/api/waves/${waveId}`)).status).toBe(404);
  expect((await users("list")).said).toMatch(/supervisor +other: DK$/m);
});

it.each([
  [
    "scope nobody --study cp --countries DK",
    "There is no user named nobody; npm run users -- list names them all.",
  ],
  ["scope sofia --study cq --countries DK", 'There is no study "cq"; there are: cp, other.'],
  [
    "scope sofia --study cp --countries DK,SE",
    'The study cp has no country "SE"; it has CZ, DE, DK, FR, GB.',
  ],
  ["scope sofia --study other --countries FR", 'The study other has no country "FR"; it has DK.'],
])("answers `%s` with one sentence and does nothing", async (line, sentence) => {
  const before = await users("list");
  expect(await users(line)).toEqual({ code: 1, said: sentence });
  expect(await users("list")).toEqual(before);
});
