// The faults of the rig, by name, in the order in which they are told.

export const faultNames = [
  "serverKilled",
  "serverKilledAtPoint",
  "serverStalledAtPoint",
  "connectionBrokenAtPoint",
  "serverFrozen",
  "serversRestartedInTurn",
  "postmasterKilled",
  "backendKilled",
  "diskFull",
  "lineDelayed",
  "lineCutAfterRequest",
  "lineCutBeforeReply",
  "lineDeaf",
  "lineTrickles",
  "deskOffline",
  "deskLate",
  "clockForward",
  "clockBack",
  "clocksGoBack",
] as const;

export type FaultName = (typeof faultNames)[number];
