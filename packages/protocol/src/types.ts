// The wire's types, read off the schemas; erased at build, so pages carry no schema library.

import type { z } from "zod";
import type * as s from "./schemas/index.ts";

export type ProblemBody = z.infer<typeof s.problemBody>;
export type SignIn = z.infer<typeof s.signIn>;
export type Me = z.infer<typeof s.me>;
export type WaveSummary = z.infer<typeof s.waveSummary>;
export type WaveList = z.infer<typeof s.waveList>;
export type ReleaseBody = z.infer<typeof s.releaseBody>;
export type DialNumber = z.infer<typeof s.dialNumber>;
export type AttemptLine = z.infer<typeof s.attemptLine>;
export type CaseOnDesk = z.infer<typeof s.caseOnDesk>;
export type NothingToCall = z.infer<typeof s.nothingToCall>;
export type NextCase = z.infer<typeof s.nextCase>;
export type NextCaseReply = z.infer<typeof s.nextCaseReply>;
export type DeskFigures = z.infer<typeof s.deskFigures>;
export type DeskReply = z.infer<typeof s.deskReply>;
export type Heartbeat = z.infer<typeof s.heartbeat>;
export type HeartbeatReply = z.infer<typeof s.heartbeatReply>;
export type GiveBack = z.infer<typeof s.giveBack>;
export type Dial = z.infer<typeof s.dial>;
export type DialReply = z.infer<typeof s.dialReply>;
export type CloseAttempt = z.infer<typeof s.closeAttempt>;
export type CloseAttemptReply = z.infer<typeof s.closeAttemptReply>;
export type BeginInterview = z.infer<typeof s.beginInterview>;
export type InterviewBody = z.infer<typeof s.interviewBody>;
export type RecordOperations = z.infer<typeof s.recordOperations>;
export type OperationReply = z.infer<typeof s.operationReply>;
export type RecordReply = z.infer<typeof s.recordReply>;
export type InterviewRow = z.infer<typeof s.interviewRow>;
export type InterviewList = z.infer<typeof s.interviewList>;
export type QuotaCellBody = z.infer<typeof s.quotaCell>;
export type QuotaBoard = z.infer<typeof s.quotaBoard>;
export type ChangeQuotaCell = z.infer<typeof s.changeQuotaCell>;
export type QuotaCellPage = z.infer<typeof s.quotaCellPage>;
export type CountryStanding = z.infer<typeof s.countryStanding>;
export type DeskState = z.infer<typeof s.deskState>;
export type DeskRow = z.infer<typeof s.deskRow>;
export type Floor = z.infer<typeof s.floor>;
export type StreamName = z.infer<typeof s.streamName>;
export type Subscribe = z.infer<typeof s.subscribe>;
export type Unsubscribe = z.infer<typeof s.unsubscribe>;
export type SubscribeReply = z.infer<typeof s.subscribeReply>;
export type NewsSnapshot = z.infer<typeof s.newsSnapshot>;
export type NewsDelta = z.infer<typeof s.newsDelta>;
export type NewsMessage = z.infer<typeof s.newsMessage>;
/** The rows of a stream, by table. */
export type StreamRows = {
  readonly [Stream in keyof typeof s.streamTables]: {
    readonly [Table in keyof (typeof s.streamTables)[Stream]]: readonly z.infer<
      (typeof s.streamTables)[Stream][Table] & z.ZodType
    >[];
  };
};
export type CreateExport = z.infer<typeof s.createExport>;
export type ExportBody = z.infer<typeof s.exportBody>;
export type ExportList = z.infer<typeof s.exportList>;
