// What a verification may find, and the sentence that says so: entity and number, never what stands there.

/** A row of one of the two logs. */
export type Place =
  | { readonly log: "journal"; readonly seq: string }
  | { readonly log: "operations"; readonly interviewId: string; readonly seq: string };

/** What an entry is about, as it says now; empty where it is gone. */
export type About = string;

export type Finding =
  | { readonly kind: "changed"; readonly row: Place; readonly about: About; readonly block: number }
  | { readonly kind: "missing"; readonly row: Place; readonly block: number }
  | { readonly kind: "moved"; readonly row: Place; readonly to: Place; readonly block: number }
  | { readonly kind: "added"; readonly row: Place; readonly about: About }
  /** No fault of the chain: either somebody wrote it past the servers, or a server's clock was wrong. */
  | { readonly kind: "antedated"; readonly row: Place; readonly about: About; readonly after: Date }
  | { readonly kind: "sealedAgain"; readonly row: Place; readonly block: number }
  | { readonly kind: "saltGone"; readonly row: Place; readonly block: number }
  | {
      readonly kind: "unsealed";
      readonly interviewId: string;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: "blockChanged"; readonly block: number }
  | { readonly kind: "blocksMissing"; readonly first: number; readonly last: number }
  | { readonly kind: "chainBroken"; readonly block: number }
  | { readonly kind: "headGone" };

/** `study 1f…` as a remark in brackets. */
const remark = (about: About): string => (about === "" ? "" : ` (${about})`);

const nameOf = (row: Place): string =>
  row.log === "journal" ? `Entry ${row.seq}` : `Operation ${row.seq} of interview ${row.interviewId}`;

const small = (row: Place): string => nameOf(row).replace(/^./, (letter) => letter.toLowerCase());

const span = (what: string, first: number, last: number): string =>
  first === last ? `${what} ${first}` : `${what}s ${first} to ${last}`;

/** One sentence for an operator. */
export function sentenceOf(finding: Finding): string {
  switch (finding.kind) {
    case "changed":
      return `${nameOf(finding.row)}${remark(finding.about)} was changed after block ${finding.block} sealed it.`;
    case "missing":
      return `${nameOf(finding.row)} is missing; block ${finding.block} sealed it.`;
    case "moved":
      return `${nameOf(finding.row)}, sealed by block ${finding.block}, was put in another place: it stands as ${small(finding.to)} now.`;
    case "added":
      return `${nameOf(finding.row)}${remark(finding.about)} is in no block, though its place was settled: it was added afterwards, or its block is gone.`;
    case "antedated":
      return `${nameOf(finding.row)}${remark(finding.about)} bears an earlier time than its number can have, which was given after ${finding.after.toISOString()}: written in by hand, or a server's clock was wrong.`;
    case "sealedAgain":
      return `Block ${finding.block} names ${small(finding.row)}, though an earlier block had settled its place.`;
    case "saltGone":
      return `${nameOf(finding.row)} cannot be verified: the salt of its interview, which was not withdrawn, is gone.`;
    case "unsealed":
      return `${span("Operation", finding.first, finding.last)} of interview ${finding.interviewId} in no block, though counted as sealed: removed before it was sealed, or with its block.`;
    case "blockChanged":
      return `Block ${finding.block} was changed: its content does not have its digest.`;
    case "blocksMissing":
      return `${span("Block", finding.first, finding.last)} missing from the chain.`;
    case "chainBroken":
      return `Block ${finding.block} does not follow the block before it: that one was replaced.`;
    case "headGone":
      return "No block has the digest you noted: the end of the chain was cut off, or the chain was made anew.";
  }
}
