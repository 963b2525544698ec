// Rows that are not what was sealed: held back until the end, to tell what was moved from what was changed.

import type { About, Finding, Place } from "./findings.ts";

/** What stands in a place now. */
export interface Standing {
  readonly row: Place;
  readonly about: About;
  /** Its digest, had it been sealed in another place. */
  digestAs(place: Place): Buffer;
}

/** What a block says of a place. */
interface Sought {
  readonly row: Place;
  readonly block: number;
  readonly digest: Buffer;
  readonly standing: Standing | null;
}

export interface Suspects {
  /** A row that differs from its block, or is not there (null). */
  differs(sought: Sought): void;
  /** A row that no block knows. */
  stranger(standing: Standing): void;
  /** Tells what all of them come to. */
  tell(): void;
}

/** So many are compared with each other; those beyond are told as changed, missing or added at once. */
const held = 500;

export function createSuspects(found: (finding: Finding) => void): Suspects {
  const sought: Sought[] = [];
  const strangers: Standing[] = [];
  const tellPlainly = ({ row, block, standing }: Sought) =>
    found(
      standing === null
        ? { kind: "missing", row, block }
        : { kind: "changed", row, about: standing.about, block },
    );
  const tellStranger = ({ row, about }: Standing) => found({ kind: "added", row, about });
  return {
    differs: (one) => void (sought.length < held ? sought.push(one) : tellPlainly(one)),
    stranger: (one) => void (strangers.length < held ? strangers.push(one) : tellStranger(one)),
    tell: () => {
      const candidates = [...sought.flatMap(({ standing }) => standing ?? []), ...strangers];
      const explained = new Set<Standing>();
      for (const one of sought) {
        const moved = candidates.find(
          (standing) => standing !== one.standing && standing.digestAs(one.row).equals(one.digest),
        );
        if (!moved) {
          tellPlainly(one);
          continue;
        }
        explained.add(moved);
        found({ kind: "moved", row: one.row, to: moved.row, block: one.block });
      }
      for (const stranger of strangers) if (!explained.has(stranger)) tellStranger(stranger);
    },
  };
}
