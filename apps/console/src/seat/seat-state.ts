// Everything the console knows at a moment: who is signed in, the case on the desk, the call, the interview.

import type { Refused } from "@fieldline/client";
import type {
  CaseOnDesk,
  CloseAttemptReply,
  DeskFigures,
  DeskReply,
  Me,
  NothingToCall,
  OwnAppointment,
  Shift,
  WaveSummary,
} from "@fieldline/protocol";
import type { LiveInterview } from "../interview/live-interview.ts";
import type { LineScript, LineState } from "./line.ts";

export type Phase =
  | "starting"
  | "unreachable"
  | "signedOut"
  | "signedIn"
  /** Another tab of this browser is the desk. */
  | "elsewhere";

export type Screen = "desk" | "call" | "interview" | "outcome" | "mend";

/** What the desk is waiting for; said on the control that asked for it. */
export type Doing =
  | "nextCase"
  | "giveBack"
  | "dial"
  | "inbound"
  | "answer"
  | "start"
  | "close"
  | "mend"
  | "note"
  | "name"
  | "withdraw"
  | "shift"
  | "message"
  | "signOut"
  | null;

export interface Call {
  readonly attemptId: string;
  readonly numberId: string;
  /** Machine milliseconds of the dial, on the desk's own clock. */
  readonly startedAt: number;
  readonly script: LineScript;
  readonly line: LineState;
  /** Fingerprint of the release under which an interview of this call begins. */
  readonly release: string;
}

export interface LastOutcome {
  readonly disposition: string;
  /** `null` while it is only kept here: what comes of the case is the server's to say. */
  readonly reply: (Omit<CloseAttemptReply, "keepsCase"> & { readonly keepsCase?: boolean }) | null;
  readonly timeZone: string;
  /** It stands in place of a wrong one. */
  readonly mended?: boolean;
}

/** The call closed last, while its outcome can be mended. */
export type LastAttempt = NonNullable<DeskReply["lastAttempt"]>;

export interface SeatState {
  readonly phase: Phase;
  readonly me: Me | null;
  /** The session ended while work was on the page. */
  readonly sessionLost: boolean;
  /** Something would stay unsent here, and somebody who wants to sign out decides. */
  readonly staying: boolean;
  readonly waves: readonly WaveSummary[];
  readonly waveId: string | null;
  readonly screen: Screen;
  readonly figures: DeskFigures | null;
  readonly shift: Shift | null;
  /** Own open appointments of today and overdue ones. */
  readonly appointments: readonly OwnAppointment[];
  readonly lastAttempt: LastAttempt | null;
  readonly nothing: NothingToCall | null;
  readonly case: CaseOnDesk | null;
  readonly call: Call | null;
  /** The number of the case to ring next, where somebody has chosen one; else the rules propose it. */
  readonly numberId: string | null;
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
  staying: false,
  waves: [],
  waveId: null,
  screen: "desk",
  figures: null,
  shift: null,
  appointments: [],
  lastAttempt: null,
  nothing: null,
  case: null,
  call: null,
  numberId: null,
  interview: null,
  interviewLanguage: null,
  doing: null,
  problem: null,
  last: null,
};

export const waveOf = ({ waves, waveId }: SeatState): WaveSummary | null =>
  waves.find(({ id }) => id === waveId) ?? null;
