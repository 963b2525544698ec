// The order in which open cases are handed out, within what is due.

/** The lowest first. `pinned`: a supervisor wants it next. `conversion`: somebody declined softly, another one tries. */
export const ranks = {
  pinned: -4,
  exact: -3,
  loose: -2,
  resume: -1,
  conversion: 0,
  retry: 1,
  fresh: 2,
} as const;
export type Rank = (typeof ranks)[keyof typeof ranks];
