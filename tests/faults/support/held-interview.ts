// A whole interview held by a model desk: up to the quota check, perhaps another age, then to its end.

import type { Answer } from "@fieldline/instrument";
import { type CompiledRelease, currentStep, type Operation } from "@fieldline/interview";
import type { Random } from "@fieldline/kernel";
import { converse, release2008 } from "../../integration/support/respondent.ts";
import type { Outbox, Step } from "./outbox.ts";

export interface ReadInterview {
  readonly id: string;
  readonly release: string;
  readonly status: string;
  readonly operations: readonly Operation[];
}

export interface Holding {
  readonly outbox: Outbox;
  readonly random: Random;
  readonly mayGoOn: () => Promise<void>;
}

/** Steps back from the quota check: over occupation and region, to the age. */
const backToAge: readonly Step[] = Array.from({ length: 3 }, () => ({ type: "goBack" }));

const open = (status: string): boolean => status === "inProgress" || status === "suspended";

/** @returns how it stands in the end; null where somebody else has gone on with it */
export async function holdInterview(
  read: ReadInterview,
  { outbox, random, mayGoOn }: Holding,
): Promise<string | null> {
  const compiled = release2008(read.release);
  const log = [...read.operations];
  let status = read.status;
  let lost = false;
  let changedMind = random() > 0.4;

  const says = async (steps: readonly Step[]): Promise<string | undefined> => {
    if (steps.length === 0) return undefined;
    const posted = outbox.put(steps);
    await mayGoOn();
    const sent = await outbox.flush();
    if (sent.status === null) {
      lost = true;
      return undefined;
    }
    status = sent.status;
    const judged = posted.map((one) =>
      sent.verdict && one.type === "checkQuota" ? { ...one, verdict: sent.verdict } : one,
    );
    log.push(...(judged as unknown as Operation[]));
    return sent.verdict;
  };
  const sex = { value: random() < 0.5 ? 1 : 2 };
  const said = (): Record<string, Answer> => ({ sex, age: { value: 18 + Math.floor(random() * 70) } });

  const atCheck = async (): Promise<void> => {
    if (!changedMind) {
      changedMind = true;
      return void (await says(backToAge));
    }
    const verdict = await says([{ type: "checkQuota" }]);
    if (verdict === "full" || verdict === "noPlace") await says([{ type: "screenOut" }]);
  };
  if (status === "suspended") await says([{ type: "resume" }]);
  while (!lost && open(status)) {
    if (stepKind(compiled, log) === "quotaCheck") await atCheck();
    else {
      const steps = upToCheck(compiled, log, said());
      if (steps.length === 0) break;
      await says(steps);
    }
  }
  return lost ? null : status;
}

function upToCheck(
  compiled: CompiledRelease,
  log: readonly Operation[],
  said: Record<string, Answer>,
): Step[] {
  const { operations } = converse(
    compiled,
    log,
    said,
    (state) => currentStep(compiled, state).kind === "quotaCheck",
  );
  return operations.map(({ id: _id, seq: _seq, ...step }) => step as unknown as Step);
}

const stepKind = (compiled: CompiledRelease, log: readonly Operation[]): string =>
  currentStep(compiled, converse(compiled, log, {}, () => true).state).kind;
