// Named moments of the server's work: a rig that tests what a fault does there is handed in, nobody else listens.

/**
 * `command`: a transaction of a command. `answers`: a transaction of posted operations, or the one statement of a batch
 * without locks, which has no begin. `reply`: an answer of the API is ready and not yet written. `news`: marks have their
 * stamps, and nobody was told. `duty`: a background duty has its lock, and has done its round under it.
 */
export type FaultPoint =
  | "command.afterBegin"
  | "command.beforeCommit"
  | "command.afterCommit"
  | "answers.afterBegin"
  | "answers.beforeCommit"
  | "answers.afterCommit"
  | "reply.beforeWrite"
  | "news.stamped"
  | "duty.begun"
  | "duty.done";

/** Called when a moment is reached. What it throws is thrown there. */
export type Reach = (point: FaultPoint) => Promise<void> | void;
