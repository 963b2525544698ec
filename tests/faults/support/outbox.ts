// The outbox of a model desk: operations of an interview in order, sent in batches, each kept until it is answered.

import { randomUUID } from "node:crypto";
import type { KeptOperation } from "./ledger.ts";
import type { Line } from "./line.ts";

export type Step = Readonly<Record<string, unknown>> & { readonly type: string };

/** An operation as posted; its id stays the same however often it is sent. */
export type Posted = Step & { readonly id: string; readonly seq: number; readonly at: string };

export interface Sent {
  /** How the interview stands after the last answer; null where the case is somebody else's now. */
  readonly status: string | null;
  readonly verdict?: string;
}

const at = "2008-04-16T15:00:00.000Z";
const mostAtOnce = 6;

/** One interview's outbox; `seq` is that of the last operation it has. */
export class Outbox {
  readonly interview: string;
  readonly fence: number;
  readonly #line: Line;
  readonly #perTab: boolean;
  #waiting: Posted[] = [];
  #seq: number;

  constructor(line: Line, of: { interview: string; fence: number; seq: number; perTab: boolean }) {
    this.#line = line;
    this.interview = of.interview;
    this.fence = of.fence;
    this.#seq = of.seq;
    this.#perTab = of.perTab;
  }

  put(steps: readonly Step[]): readonly Posted[] {
    const posted = steps.map((step): Posted => ({ at, ...step, id: randomUUID(), seq: ++this.#seq }));
    this.#waiting.push(...posted);
    return posted;
  }

  /** Sends all that waits; now and then the same batch twice at once, as after a lost reply. */
  async flush(): Promise<Sent> {
    let sent: Sent = { status: null };
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, 1 + Math.floor(this.#line.random() * mostAtOnce));
      const twice = this.#line.random() < 0.08;
      const tries = await Promise.all([this.#post(batch), ...(twice ? [this.#post(batch)] : [])]);
      const told = tries[0] as Sent;
      if (told.status === null) {
        this.#waiting = [];
        return told;
      }
      this.#waiting = this.#waiting.slice(batch.length);
      sent = { ...told, ...(told.verdict ? {} : sent.verdict ? { verdict: sent.verdict } : {}) };
    }
    return sent;
  }

  /** The planted mistake: another tab has the same entries, and sends them as its own. */
  async #sendAsOtherTab(batch: readonly Posted[]): Promise<void> {
    const { interview, fence } = this;
    const operations = batch.map((one) => ({ ...one, id: randomUUID(), seq: ++this.#seq }));
    await this.#line.ask("POST", `/api/interviews/${interview}/operations`, { fence, operations });
  }

  async #post(operations: readonly Posted[]): Promise<Sent> {
    const { ledger } = this.#line;
    const { interview, fence } = this;
    const reply = await this.#line.ask("POST", `/api/interviews/${interview}/operations`, {
      fence,
      operations,
    });
    if (reply.status !== 200) {
      for (const { type } of operations) ledger.refused.push({ what: type, code: reply.body.code });
      return { status: null };
    }
    const told = reply.body.replies as readonly Reply[];
    for (const [index, one] of told.entries()) this.#note(operations[index] as Posted, one);
    if (this.#perTab && this.#line.random() < 0.3) await this.#sendAsOtherTab(operations);
    const lost = told.some(({ status }) => status !== "ok" && status !== "duplicate");
    const verdict = told.findLast((one) => one.verdict)?.verdict;
    return { status: lost ? null : reply.body.status, ...(verdict ? { verdict } : {}) };
  }

  #note(own: Posted, reply: Reply): void {
    const { ledger } = this.#line;
    if (reply.status === "ok" || reply.status === "duplicate") this.#keep(own, reply);
    else if (reply.status === "branched") ledger.branch(kept(own, reply));
    else ledger.refused.push({ what: own.type, code: reply.problem?.code ?? reply.status });
  }

  /** A repetition that is answered otherwise than the first time is a fault of its own. */
  #keep(own: Posted, reply: Reply): void {
    const { ledger } = this.#line;
    const before = ledger.operations.get(this.interview)?.find(({ id }) => id === own.id);
    if (!before) ledger.operation(this.interview, kept(own, reply));
    else if (before.verdict !== reply.verdict)
      ledger.faults.push(`operation ${own.seq} was told ${before.verdict}, then ${reply.verdict}`);
  }
}

interface Reply {
  readonly status: string;
  readonly verdict?: string;
  readonly problem?: { readonly code: string };
}

const kept = (own: Posted, { verdict }: Reply): KeptOperation => ({
  id: own.id,
  seq: own.seq,
  type: own.type,
  body: own,
  ...(verdict ? { verdict } : {}),
});
