// One entry of the problem registry: a stable code's status and its English sentence.

/** `{name}` in the sentence stands for a param. Languages other than English are in the wording package. */
export interface ProblemEntry {
  readonly status: number;
  readonly sentence: string;
}
