// The quota board as it is pushed: plan, cells, countries.

import type { Stream } from "../../platform/live/stream.ts";
import { boardSince } from "./board-rows.ts";

export const boardStream: Stream = {
  name: "board",
  topics: ["cells", "plan", "interviews"],
  rows: boardSince,
};
