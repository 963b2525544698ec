// A model desk: takes cases, dials, holds whole interviews and closes calls, over a line that may be as bad as it likes.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { interviewCode } from "@fieldline/interview";
import type { CaseOnDesk } from "@fieldline/protocol";
import { holdInterview, type ReadInterview } from "./held-interview.ts";
import type { CommandName } from "./ledger.ts";
import type { Answer, Line } from "./line.ts";
import { Outbox } from "./outbox.ts";

/** A desk in the field of a round; a desk in a real browser is one, too. */
export interface FieldDesk {
  /** Works until the round is over and its case is closed. */
  works(): Promise<void>;
}

export interface ModelDeskParts {
  readonly line: Line;
  readonly waveId: string;
  /** No further case is begun then. */
  readonly isOver: () => boolean;
  /** Awaited between two batches: a desk that is offline, frozen or lost stays here. */
  readonly mayGoOn: () => Promise<void>;
  readonly outboxPerTab: boolean;
  /** The office reads in a do-not-call list with this number (E.164). @returns whether it was acknowledged */
  readonly readInList: (number: string) => Promise<boolean>;
}

/** Share of calls just before which the number comes on a list. */
const listed = 0.08;

/** What an interview came to, and the outcome that fits it. */
const outcomes: Readonly<Record<string, string>> = {
  completed: "complete",
  screenedOut: "noEligibleRespondent",
  quotaFull: "quotaFull",
  noPlace: "noPlace",
};

/** How calls end that come to no interview, each with its share of all calls. */
const withoutInterview = [
  { disposition: "noAnswer", upTo: 0.12, more: {} },
  { disposition: "hardRefusal", upTo: 0.18, more: { reason: "noInterest", replyUsed: "none" } },
  { disposition: "doNotCall", upTo: 0.26, more: {} },
] as const;

export function modelDesk(parts: ModelDeskParts): FieldDesk {
  const { line, waveId, isOver, mayGoOn, outboxPerTab, readInList } = parts;
  const { ledger, random } = line;

  const command = async (name: CommandName, path: string, body: object, made?: string): Promise<Answer> => {
    await mayGoOn();
    const commandId = randomUUID();
    const reply = await line.ask("POST", path, { commandId, ...body });
    const empty = name === "nextCase" && !reply.body?.case;
    if (reply.status !== 200)
      ledger.refused.push({ what: name, code: reply.body?.code ?? String(reply.status) });
    else if (!empty) ledger.command({ name, commandId, ...(made ? { made } : {}) });
    return reply;
  };
  const close = async (attemptId: string, of: CaseOnDesk, disposition: string, more = {}): Promise<void> => {
    const body = { fence: of.fence, disposition, ...more };
    const { status } = await command("close", `/api/attempts/${attemptId}/disposition`, body, attemptId);
    const [number] = of.numbers;
    if (status === 200 && disposition === "doNotCall" && number) ledger.doNotCall.add(number.id);
  };
  const giveBack = async (of: CaseOnDesk): Promise<void> => {
    await command("giveBack", `/api/cases/${of.id}/give-back`, { fence: of.fence });
  };

  const holds = async (of: CaseOnDesk, attemptId: string, read: ReadInterview): Promise<void> => {
    const seq = read.operations.length;
    const outbox = new Outbox(line, { interview: read.id, fence: of.fence, seq, perTab: outboxPerTab });
    const status = await holdInterview(read, { outbox, random, mayGoOn });
    if (status === null) return;
    const outcome = outcomes[status];
    if (outcome) await close(attemptId, of, outcome);
    else ledger.faults.push(`an interview stands at ${status}`);
  };
  const goesOn = async (of: CaseOnDesk, attemptId: string, interview: string): Promise<void> => {
    const { status, body } = await line.ask("GET", `/api/interviews/${interview}`);
    if (status === 200) await holds(of, attemptId, body);
  };

  const begins = async (of: CaseOnDesk, attemptId: string, release: string): Promise<void> => {
    const interview = randomUUID();
    const begin = {
      id: interview,
      attemptId,
      fence: of.fence,
      language: "da",
      operationId: randomUUID(),
      seed: randomUUID(),
      code: interviewCode(randomUUID()),
      at: "2008-04-16T15:00:00.000Z",
      release: release,
    };
    const begun = await command("begin", "/api/interviews", begin, interview);
    if (begun.status === 200 && begun.body.operations) await holds(of, attemptId, begun.body);
  };

  const callsAt = async (of: CaseOnDesk): Promise<void> => {
    const [number] = of.numbers;
    if (!number) return giveBack(of);
    const inClear = `+45${number.display.replaceAll(" ", "")}`;
    if (random() < listed && (await readInList(inClear))) ledger.doNotCall.add(number.id);
    const forbidden = ledger.doNotCall.has(number.id);
    const id = randomUUID();
    const dial = { id, caseId: of.id, numberId: number.id, fence: of.fence };
    const { status, body } = await command("dial", "/api/attempts", dial, id);
    if (status !== 200) return giveBack(of);
    if (forbidden) ledger.faults.push("a number on the do-not-call list was dialled");
    const mind = random();
    const end = withoutInterview.find(({ upTo }) => mind < upTo);
    if (end) return close(id, of, end.disposition, end.more);
    if (of.interviewId) return goesOn(of, id, of.interviewId);
    await begins(of, id, body.release);
  };

  /** A case that is still there: its interview was lost to somebody else, or a reply came too late. */
  const tidiesUp = async (): Promise<void> => {
    const { status, body } = await line.ask("GET", "/api/desk");
    const of = status === 200 ? (body.case as CaseOnDesk | null) : null;
    if (!of) return;
    if (of.openAttempt === null) await giveBack(of);
    else if (of.openAttempt.interviewId === null) await close(of.openAttempt.id, of, "noAnswer");
    else await goesOn(of, of.openAttempt.id, of.openAttempt.interviewId);
  };

  return {
    works: async () => {
      while (!isOver()) {
        const { status, body } = await command("nextCase", "/api/desk/next-case", { waveId });
        if (status === 200 && body.case) await callsAt(body.case as CaseOnDesk);
        else if (body?.code === "calling.deskHasCase") await tidiesUp();
        else await pause(20 + random() * 60);
      }
      await tidiesUp();
    },
  };
}
