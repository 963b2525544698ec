// Branded ids: strings that the type checker keeps apart.

declare const brandOf: unique symbol;
/** A `Base` that carries a name only the type checker sees, so a case id cannot be passed for a wave id. */
export type Brand<Base, Name extends string> = Base & { readonly [brandOf]: Name };

export type StudyId = Brand<string, "StudyId">;
export type WaveId = Brand<string, "WaveId">;
export type UserId = Brand<string, "UserId">;
export type CaseId = Brand<string, "CaseId">;
export type NumberId = Brand<string, "NumberId">;
export type AttemptId = Brand<string, "AttemptId">;
export type InterviewId = Brand<string, "InterviewId">;
export type OperationId = Brand<string, "OperationId">;
export type CommandId = Brand<string, "CommandId">;
