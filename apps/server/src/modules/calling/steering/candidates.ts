// Who could take a case: interviewers of its study and country who speak a language it can be held in.

import { candidateList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { type QueryContext, query } from "../../../platform/command.ts";
import { refuse } from "../../../platform/problems/refusal.ts";
import type { ReadTx } from "../../../platform/tx.ts";
import { languagesOf, reachOf } from "../../access/index.ts";
import { caseInReach } from "../../samples/index.ts";
import { type WaveAtWork, waveInField } from "../wave-in-field.ts";

interface Wanted {
  readonly found: { readonly country: string; readonly language: string | null };
  readonly wave: WaveAtWork;
}

/** The language of the interview under way or found to be needed, else the country's own. */
const languageOf = ({ found, wave }: Wanted): string =>
  found.language ?? wave.countryLanguage[found.country] ?? "";

/**
 * @throws Refusal `access.notFound` for somebody out of the actor's reach, `calling.interviewerElsewhere`,
 * `calling.interviewerLanguage`
 */
export async function refuseUnfit(
  tx: ReadTx,
  ctx: QueryContext,
  wanted: Wanted,
  userId: string,
): Promise<void> {
  const user = await tx.user.findUnique({ where: { id: userId }, include: { scopes: true } });
  const reach = await reachOf(tx, ctx.actor);
  const seen = user?.scopes.some(
    (scope) =>
      reach === "everything" ||
      reach.some(({ studyId, countries }) => studyId === scope.studyId && countries.includes(scope.country)),
  );
  if (!user || !seen) throw refuse("access.notFound");
  const { country } = wanted.found;
  const there = user.scopes.some(
    (scope) => scope.studyId === wanted.wave.studyId && scope.country === country,
  );
  const interviews = user.roles.includes("interviewer") && user.disabledAt === null;
  if (!there || !interviews) throw refuse("calling.interviewerElsewhere");
  const spoken = await languagesOf(tx, userId);
  if (!spoken.some(({ language }) => language === languageOf(wanted))) {
    throw refuse("calling.interviewerLanguage");
  }
}

export const readCandidates = query({
  name: "calling.readCandidates",
  action: "case.steer",
  data: "plain",
  input: z.object({ case: z.uuid() }),
  reply: candidateList,
  run: async (tx, ctx, { case: caseId }) => {
    const { country } = await caseInReach(tx, ctx.actor, caseId);
    const { waveId, language } = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
    const wave = await waveInField(tx, ctx, waveId);
    const wanted = { found: { country, language }, wave };
    const found = await tx.user.findMany({
      where: {
        roles: { has: "interviewer" },
        disabledAt: null,
        scopes: { some: { studyId: wave.studyId, country } },
        languages: { some: { language: languageOf(wanted) } },
      },
      include: {
        languages: { orderBy: [{ level: "desc" }, { language: "asc" }] },
        sessions: {
          where: { endedAt: null, expiresAt: { gt: new Date(ctx.machineNow) } },
          select: { id: true },
          take: 1,
        },
      },
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
    });
    return {
      interviewers: found.map(({ id, displayName, languages, sessions }) => ({
        id,
        name: displayName,
        languages: languages.map((one) => one.language).filter((one) => wave.languages.includes(one)),
        onDesk: sessions.length > 0,
      })),
    };
  },
});
