// The floor of desks as it is pushed.

import type { Stream } from "../../platform/live/stream.ts";
import { floorSince } from "./floor.ts";

export const floorStream: Stream = {
  name: "floor",
  topics: ["desk", "rights"],
  rows: floorSince,
};
