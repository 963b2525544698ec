// One request of a route as somebody sends it who may, about what is theirs.

import { randomUUID } from "node:crypto";
import type { Role } from "@fieldline/protocol";
import type { People, Person } from "./people.ts";
import type { Asked } from "./places.ts";

export interface Sample {
  /** In which of several ways a route is used. */
  readonly what?: string;
  /** Made anew each time: what it speaks of is there when this returns. */
  readonly own: (who: Person, people: People) => Promise<Asked> | Asked;
  /** Status of the answer to it; 200 unless told otherwise. */
  readonly status?: number;
  /** Of the roles that may, those that use the route in this way; all of them unless told otherwise. */
  readonly roles?: readonly Role[];
  /** Places of ids that do not look like one. */
  readonly places?: readonly string[];
  /** Only about what lies on one's own desk. */
  readonly desk?: true;
  /** Ends the session it is sent in. */
  readonly alone?: true;
}

/** Stands for an id made by the client, until the request is sent as one of its own. */
export const commandId = randomUUID();
export const nothing: Sample = { own: () => ({}) };
