// Everything the console knows at a moment: who is signed in, the case on the desk, the call, the interview.

import type { Refused } from "@fieldline/client";
import type {
  CaseOnDesk,
  CloseAttemptReply,
  DeskFigures,
  Me,
  NothingToCall,
  WaveSummary,
} from "@fieldline/protocol";
import type { LiveInterview } from "../interview/live-interview.ts";
import type { LineScript, LineState } from "./line.ts";

export type Screen = "desk" | "call" | "interview" | "outcome";

/** What the desk is waiting for; said on the control that asked for it. */
export type Doing = "nextCase" | "giveBack" | "dial" | "start" | "close" | null;

export interface Call {
  readonly attemptId: string;
  readonly numberId: string;
  /** Machine milliseconds of the dial, on the desk's own clock. */
  readonly startedAt: number;
  readonly script: LineScript;
  readonly line: LineState;
}

export interface LastOutcome {
  readonly disposition: string;
  readonly reply: CloseAttemptReply;
  readonly timeZone: string;
}

export interface SeatState {
  readonly phase: "starting" | "unreachable" | "signedOut" | "signedIn";
  readonly me: Me | null;
  /** The session ended while work was on the page. */
  readonly sessionLost: boolean;
  readonly waves: readonly WaveSummary[];
  readonly waveId: string | null;
  readonly screen: Screen;
  readonly figures: DeskFigures | null;
  readonly nothing: NothingToCall | null;
  readonly case: CaseOnDesk | null;
  readonly call: Call | null;
  readonly interview: LiveInterview | null;
  readonly interviewLanguage: string | null;
  readonly doing: Doing;
  readonly problem: Refused | null;
  readonly last: LastOutcome | null;
}

export const emptySeat: SeatState = {
  phase: "starting",
  me: null,
  sessionLost: false,
  waves: [],
  waveId: null,
  screen: "desk",
  figures: null,
  nothing: null,
  case: null,
  call: null,
  interview: null,
  interviewLanguage: null,
  doing: null,
  problem: null,
  last: null,
};

export const waveOf = ({ waves, waveId }: SeatState): WaveSummary | null =>
  waves.find(({ id }) => id === waveId) ?? null;
