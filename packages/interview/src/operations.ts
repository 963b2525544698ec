// Operations: the steps of an interview as they are recorded for ever. Their shape never changes once released.

import type { Answer, Country, Language } from "@fieldline/instrument";
import type { InterviewId, OperationId } from "@fieldline/kernel";

/** What the server decided about the quota cells of this person. */
export type Verdict = "noPlan" | "granted" | "full" | "noPlace";

interface OperationBase {
  readonly id: OperationId;
  /** 1, 2, 3 … within the interview, without gaps; `begin` is 1. */
  readonly seq: number;
  /** The desk's clock, ISO 8601: paradata, decides nothing. */
  readonly at: string;
}

/** Made by the desk and checked by the server, see `beginOperation`; all the fold needs from outside. */
export interface Begin extends OperationBase {
  readonly type: "begin";
  readonly interviewId: InterviewId;
  /** Fingerprint of the release the interview runs under to its end. */
  readonly release: string;
  readonly country: Country;
  readonly language: Language;
  /** Seed of every rotation of this interview. */
  readonly seed: string;
  /** Fields of the sample record that questions offer for confirmation. */
  readonly prefill: { readonly region?: string };
}

/** Answers `variable` at the place where the interview stands (also after going back). */
export interface AnswerItem extends OperationBase {
  readonly type: "answer";
  readonly variable: string;
  readonly answer: Answer;
}

/** Takes option `code` of the script that is the current step. */
export interface Choose extends OperationBase {
  readonly type: "choose";
  readonly script: string;
  readonly code: number;
}

/** One step back along the route. */
export interface GoBack extends OperationBase {
  readonly type: "goBack";
}

/** Back to where the interview had got to, leaving earlier answers as they are. */
export interface GoForward extends OperationBase {
  readonly type: "goForward";
}

/** Another person takes part: nothing of the first one is kept in the answers. */
export interface NewRespondent extends OperationBase {
  readonly type: "newRespondent";
}

export interface SwitchLanguage extends OperationBase {
  readonly type: "switchLanguage";
  readonly language: Language;
}

/**
 * Posted by the console without a verdict; the server stores its verdict in it. A desk that heard none in time posts
 * a second one, provisional.
 */
export interface CheckQuota extends OperationBase {
  readonly type: "checkQuota";
  readonly verdict?: Verdict;
  /** The desk had no network and went on by the plan's policy. */
  readonly provisional?: boolean;
}

export interface Suspend extends OperationBase {
  readonly type: "suspend";
}

export interface Resume extends OperationBase {
  readonly type: "resume";
  readonly language: Language;
}

/** Final: the person stops for good. Partial or break-off follows from how much was answered. */
export interface BreakOff extends OperationBase {
  readonly type: "breakOff";
}

/** Nobody there can take part, or there is no place: closes an interview whose route has ended so. */
export interface ScreenOut extends OperationBase {
  readonly type: "screenOut";
}

/** Closes an interview in which nothing is left to ask. */
export interface Complete extends OperationBase {
  readonly type: "complete";
}

export type Operation =
  | Begin
  | AnswerItem
  | Choose
  | GoBack
  | GoForward
  | NewRespondent
  | SwitchLanguage
  | CheckQuota
  | Suspend
  | Resume
  | BreakOff
  | ScreenOut
  | Complete;

export type OperationType = Operation["type"];

/** Fate of one posted operation. `notTried`: an earlier one of the same interview in the batch failed. */
export type ReplyStatus = "ok" | "duplicate" | "conflict" | "refused" | "branched" | "notTried";
