// Who acts: a person who signed in, the server itself, or an operator at the machine's own command line.

import type { UserId } from "@fieldline/kernel";
import type { Role } from "@fieldline/protocol";

/** A signed-in person. Scope (studies and countries) is read from the database by the rules that need it. */
export interface UserActor {
  readonly kind: "user";
  readonly id: UserId;
  readonly sessionId: string;
  readonly roles: readonly Role[];
}

/** A background duty of the server. */
export interface SystemActor {
  readonly kind: "system";
}

/** Somebody with a shell on the machine (`npm run users`, `sample`, `wave`). */
export interface OperatorActor {
  readonly kind: "operator";
}

export type Actor = UserActor | SystemActor | OperatorActor;

export const systemActor: SystemActor = { kind: "system" };
export const operatorActor: OperatorActor = { kind: "operator" };

/** The user's id, or null for the machine and its operators. */
export const actorId = (actor: Actor): UserId | null => (actor.kind === "user" ? actor.id : null);
