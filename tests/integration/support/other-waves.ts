// Waves beside the one of the field, of its study or of another: nobody has rung in them.

import { createStudy, createWave } from "../../../apps/server/src/modules/studies/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Platform } from "../../../apps/server/src/platform/platform.ts";

const byOperator = { actor: operatorActor, commandId: null } as const;

/** A live wave that is still being set up. @returns its id */
export async function emptyWave(
  platform: Platform,
  { studyId, code, country }: { studyId: string; code: string; country: string },
): Promise<string> {
  const [fieldFrom, fieldTo] = ["2026-04-01", "2026-04-30"];
  const { waveId } = await platform.execute(createWave, {
    ...byOperator,
    input: {
      ...{ studyId, code, title: code, mode: "live", fieldFrom, fieldTo },
      ...{ countries: [country], languages: ["da"] },
    },
  });
  return waveId;
}

/** The study "other", with a Danish wave. */
export async function otherStudy(platform: Platform): Promise<{ studyId: string; waveId: string }> {
  const input = { code: "other", title: "Other" };
  const { studyId } = await platform.execute(createStudy, { ...byOperator, input });
  return { studyId, waveId: await emptyWave(platform, { studyId, code: "danish", country: "DK" }) };
}
