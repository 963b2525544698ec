// The four roles, and the access table: which role may do what. Guards, documentation and tests read it.

export const roles = ["interviewer", "supervisor", "researcher", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What an interviewer can do beside interviewing, as a closed list. */
export const skills = ["refusalConversion"] as const;
export type Skill = (typeof skills)[number];

/** `own`: rows of the user's studies and countries only. `self`: the user's own session, desk, leases. */
export type Scope = "self" | "own";

export interface AccessRule {
  readonly roles: readonly Role[];
  readonly scope: Scope;
  /** Roles for whom the scope is no limit. */
  readonly everywhere?: readonly Role[];
}

const everyone = roles;

/** Every action a route can name; a route without one of these (or `public`) stops the server from starting. */
export const access = {
  "session.read": { roles: everyone, scope: "self" },
  "session.end": { roles: everyone, scope: "self" },
  "password.change": { roles: everyone, scope: "self" },
  "wave.read": { roles: everyone, scope: "own" },
  "wave.settings": { roles: ["supervisor", "administrator"], scope: "own" },
  "wave.forward": { roles: ["supervisor", "administrator"], scope: "own" },
  "wave.manage": { roles: ["administrator"], scope: "own" },
  "rules.read": { roles: ["supervisor", "administrator"], scope: "own" },
  "rules.change": { roles: ["supervisor", "administrator"], scope: "own" },
  "sample.import": { roles: ["administrator"], scope: "own" },
  "doNotCall.import": { roles: ["administrator"], scope: "own" },
  "doNotCall.export": { roles: ["administrator"], scope: "own" },
  "release.read": { roles: ["interviewer", "supervisor", "researcher", "administrator"], scope: "own" },
  "desk.read": { roles: ["interviewer"], scope: "self" },
  "desk.heartbeat": { roles: ["interviewer"], scope: "self" },
  "desk.shift": { roles: ["interviewer"], scope: "self" },
  "message.read": { roles: ["interviewer", "supervisor", "administrator"], scope: "self" },
  "message.send": { roles: ["interviewer", "supervisor", "administrator"], scope: "own" },
  "case.take": { roles: ["interviewer"], scope: "own" },
  "case.inbound": { roles: ["interviewer"], scope: "own" },
  "case.steer": { roles: ["supervisor", "administrator"], scope: "own" },
  "case.giveBack": { roles: ["interviewer"], scope: "own" },
  "case.setAside": { roles: ["interviewer"], scope: "own" },
  "attempt.dial": { roles: ["interviewer"], scope: "own" },
  "attempt.close": { roles: ["interviewer"], scope: "own" },
  "slot.read": { roles: ["interviewer", "supervisor", "administrator"], scope: "own" },
  "attempt.correct": { roles: ["interviewer", "supervisor", "administrator"], scope: "own" },
  "note.add": { roles: ["interviewer"], scope: "own" },
  "contact.name": { roles: ["interviewer"], scope: "own" },
  "note.read": { roles: ["supervisor", "administrator"], scope: "own" },
  "case.read": { roles: ["supervisor", "administrator"], scope: "own" },
  "interview.begin": { roles: ["interviewer"], scope: "own" },
  "interview.read": { roles: ["interviewer"], scope: "own" },
  "interview.record": { roles: ["interviewer"], scope: "own" },
  "interview.setAside": { roles: ["interviewer"], scope: "own" },
  "interview.withdraw": { roles: ["interviewer", "supervisor", "administrator"], scope: "own" },
  "interview.list": { roles: ["supervisor", "researcher", "administrator"], scope: "own" },
  "quota.read": { roles: ["supervisor", "researcher", "administrator"], scope: "own" },
  "quota.change": { roles: ["supervisor", "administrator"], scope: "own" },
  "queue.read": { roles: ["supervisor", "administrator"], scope: "own" },
  "floor.read": { roles: ["supervisor", "administrator"], scope: "own" },
  "export.create": { roles: ["researcher", "administrator"], scope: "own" },
  "export.read": { roles: ["researcher", "administrator"], scope: "own" },
  "user.manage": { roles: ["supervisor", "administrator"], scope: "own", everywhere: ["administrator"] },
} as const satisfies Record<string, AccessRule>;

export type Action = keyof typeof access;

export const mayDo = (held: readonly Role[], action: Action): boolean =>
  (access[action].roles as readonly Role[]).some((role) => held.includes(role));
