// Which rule had a say in what became of a case, for those who want to know why.

/**
 * `outcomeFinal`: the outcome closes the case. `numberClosed`: it closes the number. `nextNumber`: another number of the
 * record is next. `noNumberLeft`, `softCap` {cap}, `ceiling` {ceiling}, `dayCeiling` {ceiling}: how often it may be rung.
 * `delay` {minutes, disposition}: the rest after this outcome. `busyAsNoAnswer` {inARow}: busy too often in a row.
 * `otherDaypart` {daypart}: not again in that part of the day. `checkNumber` {inARow}: the supervisor looks at it first.
 * `appointment`, `appointmentKept` {tries}: passes the cap. `resume` {minutes}: the same interviewer first.
 * `conversion` {hours}: one more call by another interviewer with the skill. `conversionUsed`, `tooLateToConvert` {days}.
 * `language`: somebody who speaks it. `redialNow`: the same desk may ring again at once.
 */
export const ruleCodes = [
  "outcomeFinal",
  "numberClosed",
  "nextNumber",
  "noNumberLeft",
  "softCap",
  "ceiling",
  "dayCeiling",
  "delay",
  "busyAsNoAnswer",
  "otherDaypart",
  "checkNumber",
  "appointment",
  "appointmentKept",
  "resume",
  "conversion",
  "conversionUsed",
  "tooLateToConvert",
  "language",
  "redialNow",
] as const;
export type RuleCode = (typeof ruleCodes)[number];

export interface RuleSpoke {
  readonly code: RuleCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
