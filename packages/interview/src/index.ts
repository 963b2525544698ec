// Front door of the interview: operations, state, and the fold that leads from one to the other.

export { advance } from "./advance.ts";
export { begin } from "./begin.ts";
export { type Beginning, beginOperation } from "./begin-operation.ts";
export * from "./code.ts";
export { compile } from "./compile.ts";
export type { CompiledRelease } from "./compiled.ts";
export { type Consequences, consequences } from "./consequences.ts";
export { hasEnded } from "./has-ended.ts";
export {
  type Appended,
  append,
  appendBatch,
  emptyLog,
  type InterviewLog,
  type Reply,
  replay,
} from "./log.ts";
export { sameAnswer } from "./offered.ts";
export type * from "./operations.ts";
export { type Paradata, paradata, type QuestionParadata, type RespondentParadata } from "./paradata.ts";
export { currentStep } from "./position.ts";
export type * from "./replies.ts";
export { type FinalAnswer, finalAnswers, onRoute, type RouteProgress, routeProgress } from "./route.ts";
export { sameContent } from "./same-content.ts";
export type * from "./state.ts";
