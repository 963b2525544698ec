// The desk of one person as it is pushed.

import type { Stream } from "../../platform/live/stream.ts";
import { type DueAppointments, marksSince } from "./marks.ts";

/** Read under the role that may see messages, although none of their words are sent. */
export const deskStream = (dueAppointments: DueAppointments): Stream => ({
  name: "desk",
  topics: ["message", "desk"],
  personal: true,
  data: "contact",
  rows: marksSince(dueAppointments),
});
