// Bugs that can be planted into the model, to see that the checks find them.

export const plantedBugs = {
  acknowledgedBeforeCommit: "the server acknowledges operations and dies before it has committed them",
  countThenInsert: "room in the cells is looked up first, places are written later",
  numberOpenTwice: "no unique index on numbers that are open: two cases with one number lie on two desks",
  outboxPerTab: "every tab has an outbox of its own, and its entries bear no ids of their own",
  fenceNotChecked: "what a desk sends under an old fence is taken",
  listAskedWhenQueued: "the do-not-call list is asked when the case is handed out, not when it is dialled",
  expiryDeletesAnswers: "when a lease runs out, what was answered under it goes",
  verdictNotRecorded: "the verdict on the quota is told to the desk and not stored",
  hoursByFixedOffset: "local time is reckoned with the offset of the field's first day",
  journalRowSkipped: "what the duties do is not journalled",
  lateOperationDropped: "operations of a desk that somebody else has overtaken are acknowledged and dropped",
  placesKeptWhenMoved: "an answer that changes takes the places of the new cells and keeps the old ones",
} as const;

export type Planted = keyof typeof plantedBugs;
export const plantedNames = Object.keys(plantedBugs) as readonly Planted[];
