// An operator says anew which countries of a study a person may see and work in.

import { userName } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { command } from "../../platform/command.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { tellRights } from "./end-sessions.ts";
import { lockUsers } from "./users.sql.ts";

const scopeNow = z.object({ name: z.string(), study: z.string(), countries: z.array(z.string()) });

/**
 * `user.setScope`: these countries of the study and no others, none to take the study away; other studies stay as
 * they are. It counts from the next request on, and open sockets of the person are looked at again.
 * @throws Refusal `user.unknown`, `study.unknown`, `study.severalToChooseFrom`, `study.countryUnknown`
 */
export const setScope = command({
  name: "user.setScope",
  action: null,
  data: "plain",
  /** Without a study: the only one there is. */
  input: z.object({ name: userName, study: z.string().nullable(), countries: z.array(z.string()) }),
  reply: scopeNow,
  async run(tx, ctx, input) {
    const { name } = input;
    await lockUsers(tx);
    const user = await tx.user.findUnique({ where: { name }, select: { id: true } });
    if (!user) throw refuse("user.unknown", { name });
    const study = await studyNamed(tx, input.study);
    const countries = [...new Set(input.countries)].toSorted();
    const foreign = countries.find((one) => !study.countries.includes(one));
    if (foreign !== undefined) {
      const known = study.countries.join(", ");
      throw refuse("study.countryUnknown", { study: study.code, country: foreign, known });
    }
    const own = { userId: user.id, studyId: study.id };
    const held = await tx.userScope.findMany({ where: own, orderBy: { country: "asc" } });
    const before = held.map((scope) => scope.country);
    const reply = { name, study: study.code, countries };
    if (before.join() === countries.join()) return { reply, journal: "unchanged" };
    await tx.userScope.deleteMany({ where: { ...own, country: { notIn: countries } } });
    const added = countries.filter((one) => !before.includes(one));
    await tx.userScope.createMany({ data: added.map((one) => ({ ...own, country: one })) });
    await tellRights(tx, ctx.machineNow, user.id);
    const asScopes = (list: readonly string[]) => ({
      scopes: list.map((one) => ({ studyId: study.id, country: one })),
    });
    return {
      reply,
      journal: {
        entityKind: "user",
        entityId: user.id,
        before: asScopes(before),
        after: asScopes(countries),
      },
    };
  },
});

/** The study with the countries of all its waves. @throws Refusal `study.unknown`, `study.severalToChooseFrom` */
async function studyNamed(tx: ReadTx, code: string | null) {
  const studies = await tx.study.findMany({
    orderBy: { code: "asc" },
    select: { id: true, code: true, waves: { select: { countries: true } } },
  });
  const known = studies.map((study) => study.code).join(", ");
  if (code === null && studies.length > 1) throw refuse("study.severalToChooseFrom", { known });
  const study = code === null ? studies[0] : studies.find((one) => one.code === code);
  if (!study) throw refuse("study.unknown", { study: code ?? "", known });
  return { ...study, countries: [...new Set(study.waves.flatMap((wave) => wave.countries))].toSorted() };
}
