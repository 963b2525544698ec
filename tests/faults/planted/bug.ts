// What a planted bug is: where it sits, and under which faults the rig looks for it.

import type { FaultName } from "../kinds/names.ts";
import type { Places } from "../support/wave.ts";
import type { SourcePatch } from "./patch.ts";

export interface PlantedBug {
  readonly name: string;
  /** What is wrong, in a sentence part. */
  readonly says: string;
  /** In the server. */
  readonly sources?: readonly SourcePatch[];
  /** In the database, by its owner. */
  readonly sql?: string;
  /** In the desks: an outbox for each tab, so that what waits is sent under fresh ids by both. */
  readonly outboxPerTab?: boolean;
  /** Fewer of both than usual, where they must be scarce. */
  readonly households?: number;
  readonly places?: Places;
  /** What a round needs to bring it to light. */
  readonly faults: readonly FaultName[];
  /** Words that a finding of it bears, so that it is known to be this bug that was found. */
  readonly shows: RegExp;
  /** Rounds in which it must show. */
  readonly rounds: number;
}
