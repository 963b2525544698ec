// One desk in a race for places: checks, changes its mind, loses people, completes, or falls silent.

import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "@fieldline/kernel";
import type { Reply } from "./desk.ts";
import type { ServerNode } from "./nodes.ts";
import { answers } from "./quota-field.ts";
import { converse, release2008 } from "./respondent.ts";
import { type Seat, type Sex, seqAtCheck, upToCheck } from "./seats.ts";

/** What all desks of a race share. */
export interface Race {
  readonly nodes: readonly ServerNode[];
  /** Counts what happened. */
  note(what: string): void;
  /** Told of every answer that nobody may ever get. */
  fault(what: string): void;
}

export interface RaceDesk {
  /** Races to the end of the interview. @returns false where the desk fell silent on the way */
  races(): Promise<boolean>;
  /** Answers all that is left, and completes. */
  completes(): Promise<void>;
}

const check = { type: "checkQuota" };
const at = "2008-04-16T15:00:00.000Z";
/** Steps from the check back to the first quota question. */
const quotaQuestions = 4;

/** Posts over any of the nodes, and now and then the same batch over all of them at once. */
export function raceDesk(race: Race, seat: Seat, random: Random): RaceDesk {
  let seq = seqAtCheck;
  let sex = seat.sex;
  const address = `/api/interviews/${seat.interviewId}`;
  const anyNode = () => race.nodes[Math.floor(random() * race.nodes.length)] as ServerNode;

  const verdictOf = ({ status, body }: Reply): string => {
    if (status === 200) return body.replies.at(-1).verdict ?? body.status;
    race.fault(`${status} ${JSON.stringify(body)}`);
    return "fault";
  };

  /** @returns the verdict of the last operation, or else how the interview stands */
  const posts = async (operations: readonly object[]): Promise<string> => {
    const post = (node: ServerNode) =>
      node.ask(seat.cookie, "POST", `${address}/operations`, { fence: seat.fence, operations });
    const twice = random() < 0.2;
    const replies = await Promise.all(twice ? race.nodes.map(post) : [post(anyNode())]);
    const [told = "fault", ...others] = replies.map(verdictOf);
    if (others.some((other) => other !== told)) race.fault(`one batch, told ${told} and ${others}`);
    return told;
  };
  const says = (...steps: readonly object[]) =>
    posts(steps.map((step) => ({ id: randomUUID(), seq: ++seq, at, ...step })));

  const otherSex = () => {
    sex = (3 - sex) as Sex;
    const back = Array.from({ length: quotaQuestions }, () => ({ type: "goBack" }));
    return says(...back, answers("sex", sex), check);
  };
  const completes = async () => {
    const { status, body } = await anyNode().ask(seat.cookie, "GET", address);
    if (status !== 200) return race.fault(`${status} ${JSON.stringify(body)}`);
    const told = await posts(converse(release2008(body.release), body.operations).operations);
    race.note(told);
  };

  /** @returns the verdict that follows, or null when the interview is over or the desk silent */
  const goesOn = async (): Promise<string | null> => {
    const mind = random();
    if (mind < 0.3) {
      race.note("another answer");
      return otherSex();
    }
    if (mind < 0.45) {
      race.note("another person");
      sex = random() < 0.5 ? 1 : 2;
      return says({ type: "newRespondent" }, ...upToCheck(sex, random), check);
    }
    if (mind < 0.55) race.note(await says({ type: "breakOff" }));
    else await completes();
    return null;
  };

  return {
    completes,
    races: async () => {
      let told: string | null = await says(check);
      while (told === "granted" || told === "full") {
        race.note(told);
        await pause(random() * 40);
        if (told === "granted" && random() < 0.15) return false;
        if (told === "full" && random() < 0.4) {
          race.note(await says({ type: "screenOut" }));
          return true;
        }
        told = told === "granted" ? await goesOn() : await otherSex();
      }
      return true;
    },
  };
}
