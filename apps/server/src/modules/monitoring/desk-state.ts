// The state of a desk on the floor, and since when, read off what it holds.
//
// signedIn --break--> break --back--> signedIn; signedIn, break --case taken--> case --dialled--> ringing
// ringing --somebody picks up--> talking --interview begun--> interviewing
// interviewing --interview ended or suspended--> wrapUp --outcome--> signedIn, or wrapUp while the case stays
// ringing, talking --outcome--> the same; wrapUp --dialled again--> ringing

import type { DeskState } from "@fieldline/protocol";

/** Machine times throughout. */
export interface DeskFacts {
  /** Signed in, back from the last break, or the last case given up, whichever came last. */
  readonly idleSince: Date;
  readonly breakSince: Date | null;
  /** The right to a case that the desk holds. */
  readonly lease: { readonly takenAt: Date; readonly connectedAt: Date | null } | null;
  /** The last dial under that right. */
  readonly call: { readonly dialledAt: Date; readonly closedAt: Date | null } | null;
  /** The interview worked on since that dial: begun or taken up again when, last worked on when. */
  readonly interview: { readonly underWay: boolean; readonly since: Date; readonly lastAt: Date } | null;
}

export interface DeskStateSince {
  readonly state: DeskState;
  readonly since: Date;
}

export function deskStateOf({ idleSince, breakSince, lease, call, interview }: DeskFacts): DeskStateSince {
  if (!lease && breakSince) return { state: "break", since: breakSince };
  if (!lease) return { state: "signedIn", since: idleSince };
  if (!call) return { state: "case", since: lease.takenAt };
  if (call.closedAt) return { state: "wrapUp", since: call.closedAt };
  if (interview?.underWay) return { state: "interviewing", since: interview.since };
  if (interview) return { state: "wrapUp", since: interview.lastAt };
  if (lease.connectedAt) return { state: "talking", since: lease.connectedAt };
  return { state: "ringing", since: call.dialledAt };
}
