// One round: desks at work, faults striking by their schedule, then silence, and everything recounted.

import { setTimeout as pause } from "node:timers/promises";
import { minute, seeded } from "@fieldline/kernel";
import { recount } from "../../../apps/server/src/recount/index.ts";
import { faultKinds } from "../kinds/index.ts";
import type { FaultName } from "../kinds/names.ts";
import type { Scene } from "../kinds/scene.ts";
import { compare } from "./compare.ts";
import type { FieldUnderFaults } from "./field.ts";
import { Ledger } from "./ledger.ts";
import { lineOf } from "./line.ts";
import { type FieldDesk, modelDesk } from "./model-desk.ts";
import type { RoundPlan } from "./plan.ts";
import { until } from "./until.ts";
import { watch } from "./watch.ts";
import { signIn } from "./wave.ts";

export interface Struck {
  readonly fault: FaultName;
  readonly detail: string;
  /** Milliseconds from the strike to the first acknowledgement after the fault had passed. */
  readonly goesOnMs: number;
  /** The longest time without any acknowledgement until then. */
  readonly silentMs: number;
}

export interface RoundReport {
  readonly seed: string;
  readonly servers: number;
  readonly struck: readonly Struck[];
  readonly seconds: number;
  readonly interviews: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly overCap: number;
  readonly branches: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Milliseconds from the end of the desks' work until leases and places were free. */
  readonly wholeMs: number;
  /** Everything that does not hold; nothing where all is well. */
  readonly findings: readonly string[];
}

/** Acknowledgements after the last fault has passed, before desks begin no further case. */
const afterwards = 30;
export interface RoundManner {
  readonly outboxPerTab?: boolean;
  /** Seconds in which everything must have struck; a round that hunts a bug has no need to wait for what it broke. */
  readonly within?: number;
  /** Seconds after which a desk that is still without an answer, once all is over, never gets one. */
  readonly patience?: number;
}

const pastEveryLease = 46 * minute;

export async function playRound(
  field: FieldUnderFaults,
  plan: RoundPlan,
  { outboxPerTab = false, within = 150, patience = 60 }: RoundManner = {},
): Promise<RoundReport> {
  const began = performance.now();
  const { ground, people, servers, proxies } = field;
  const ledger = new Ledger();
  const waveIds = await field.openWaves();
  const watching = watch(ground.url());
  const findings: string[] = [];

  let over = false;
  const held: (() => void)[] = [];
  let lastLimit = Number.POSITIVE_INFINITY;
  const gates = people.userIds.map(() => Promise.resolve());
  const bases = () => proxies.map(({ port }) => `http://127.0.0.1:${port}`);
  const desks = await Promise.all(
    people.userIds.map(async (userId, index): Promise<FieldDesk> => {
      const cookie = await signIn(ground, userId, field.ahead());
      const random = seeded(`${plan.seed}/desk ${index}`);
      const line = lineOf({ ledger, random, cookie, bases, givesUp: () => performance.now() > lastLimit });
      return modelDesk({
        line,
        waveId: waveIds[index % waveIds.length] ?? "",
        isOver: () => over,
        mayGoOn: () => gates[index] ?? Promise.resolve(),
        outboxPerTab,
        readInList: (number) => field.readInList(waveIds[0] ?? "", number),
      });
    }),
  );
  const working = Promise.all(
    desks.map((desk) =>
      desk.works().catch((error: unknown) => findings.push(`a desk broke off: ${String(error)}`)),
    ),
  );

  const limit = performance.now() + within * 1_000;
  const goOn = (more: number) => {
    const enough = ledger.acknowledged + more;
    const seconds = (limit - performance.now()) / 1_000;
    return until(`${more} more acknowledgements`, () => ledger.acknowledged >= enough, seconds);
  };
  const random = seeded(`${plan.seed}/faults`);
  const scene: Scene = {
    ground,
    servers,
    proxies,
    random,
    stepClock: (ms) => field.stepClock(ms, waveIds),
    fieldTime: (iso) => field.setFieldTime(waveIds, iso),
    goOn,
    quiet: (ms) => pause(ms),
    hold: () => {
      const index = Math.floor(random() * gates.length);
      let letGo = () => {};
      gates[index] = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      held.push(letGo);
      return { userId: people.userIds[index] ?? "", letGo };
    },
  };
  const struck: Struck[] = [];
  try {
    for (const { name, after } of plan.faults) {
      await goOn(after);
      const from = performance.now();
      ledger.longestSilence = 0;
      const detail = await faultKinds[name].strike(scene);
      await goOn(1);
      struck.push({
        fault: name,
        detail,
        goesOnMs: Math.round(ledger.lastAt - from),
        silentMs: Math.round(ledger.longestSilence),
      });
    }
    await goOn(afterwards);
  } catch (error) {
    findings.push(`nothing goes on: ${String(error)}`);
  }
  over = true;
  for (const letGo of held) letGo();
  lastLimit = performance.now() + patience * 1_000;
  await working;

  const silent = performance.now();
  await field.stepClock(pastEveryLease, waveIds);
  await until("leases and places free after silence", () => field.isAtRest(waveIds), 20).catch(
    (error: unknown) => findings.push(`R12 ${String(error)}`),
  );
  const wholeMs = Math.round(performance.now() - silent);

  const seen = await watching.end();
  const differences = await compare(ground, ledger, waveIds);
  const recounted = await ground.pool((pool) => recount({ pool }));
  const counted = recounted.map(
    ({ invariant, rule, entity, id, says }) => `${invariant} ${rule}: ${entity} ${id} ${says}`,
  );
  const of = (kind: "lost" | "doubled") => differences.filter((one) => one.kind === kind).length;
  findings.push(
    ...differences.map(({ kind, says }) => `${kind}: ${says}`),
    ...seen.map((one) => `seen: ${one}`),
    ...counted,
    ...ledger.faults.map((one) => `answer: ${one}`),
    ...servers.flatMap(({ crashes }) => crashes.splice(0).map((one) => `crash: ${one}`)),
  );
  return {
    seed: plan.seed,
    servers: servers.length,
    struck,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    interviews: ledger.operations.size,
    acknowledged: ledger.acknowledged,
    lost: of("lost"),
    doubled: of("doubled"),
    overCap: [...seen, ...counted].filter((one) => /completed and \d+ reserved/.test(one)).length,
    branches: ledger.branched.length,
    refused: countedBy(ledger.refused.map(({ what, code }) => `${what} ${code}`)),
    wholeMs,
    findings: [...new Set(findings)],
  };
}

function countedBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
