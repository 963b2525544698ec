// The letters of the commands, screen by screen; each is printed on its control.

/** During the interview. */
export const interviewKeys = {
  back: "b",
  forward: "f",
  note: "n",
  probes: "p",
  language: "l",
  suspend: "s",
  outcome: "o",
  withdraw: "w",
  redial: "d",
} as const;
export type InterviewCommand = keyof typeof interviewKeys;

/** With a case on the desk, before it is dialled. */
export const callKeys = {
  dial: "d",
  giveBack: "g",
  number: "o",
  language: "l",
  note: "n",
  askFor: "a",
} as const;

/** While a call is open: all other letters are outcomes. */
export const duringCallKeys = { redial: "d", language: "l", note: "n", answered: "g" } as const;

/** On the outcome page after an interview, beside the outcomes. */
export const outcomeKeys = { note: "n", withdraw: "w" } as const;

/** At the desk without a case. */
export const deskKeys = {
  mend: "m",
  shift: "s",
  pause: "b",
  read: "r",
  answer: "a",
  takeBack: "w",
  inbound: "i",
} as const;

/** The command that a letter stands for on a screen. */
export const commandOf = <Command extends string>(
  keys: Readonly<Record<Command, string>>,
  letter: string,
): Command | undefined => (Object.keys(keys) as Command[]).find((command) => keys[command] === letter);
