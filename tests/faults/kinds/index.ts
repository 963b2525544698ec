// All faults by their names. A fault of another kind, such as one of a browser, is added to names.ts and here.

import { clockBack, clockForward, clocksGoBack, deskLate } from "./clocks.ts";
import { backendKilled, diskFull, postmasterKilled } from "./database.ts";
import {
  deskOffline,
  lineCutAfterRequest,
  lineCutBeforeReply,
  lineDeaf,
  lineDelayed,
  lineTrickles,
} from "./lines.ts";
import type { FaultName } from "./names.ts";
import type { FaultKind } from "./scene.ts";
import {
  connectionBrokenAtPoint,
  serverFrozen,
  serverKilled,
  serverKilledAtPoint,
  serverStalledAtPoint,
  serversRestartedInTurn,
} from "./servers.ts";

export const faultKinds: Readonly<Record<FaultName, FaultKind>> = {
  serverKilled,
  serverKilledAtPoint,
  serverStalledAtPoint,
  connectionBrokenAtPoint,
  serverFrozen,
  serversRestartedInTurn,
  postmasterKilled,
  backendKilled,
  diskFull,
  lineDelayed,
  lineCutAfterRequest,
  lineCutBeforeReply,
  lineDeaf,
  lineTrickles,
  deskOffline,
  deskLate,
  clockForward,
  clockBack,
  clocksGoBack,
};
