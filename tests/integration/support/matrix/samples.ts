// A request of every route as somebody sends it who may, about what is theirs. A route without one fails the matrix.

import type { RouteName } from "@fieldline/protocol";
import type { Field } from "../field.ts";
import type { Work } from "./households.ts";
import { commandId, nothing, type Sample } from "./sample.ts";
import { ofDesk, ofMessages } from "./samples-of-desk.ts";
import { ofCases, ofExports, ofSetUp, ofUsers } from "./samples-of-office.ts";

export function samplesOf(field: Field, work: Work): Readonly<Record<RouteName, readonly Sample[]>> {
  const inWave: Sample = { own: () => ({ at: { wave: field.waveId } }) };
  return {
    signIn: [],
    whoAmI: [nothing],
    signOut: [{ ...nothing, status: 204, alone: true }],
    // A wrong guess: the right password would lock these people out of the next requests.
    changeOwnPassword: [
      {
        own: () => ({ body: { commandId, current: "not this one", wanted: "fire heste på marken" } }),
        status: 422,
      },
    ],
    listWaves: [nothing],
    readWave: [inWave],
    ...ofSetUp(field, work),
    ...ofDesk(field, work),
    ...ofMessages(work),
    ...ofCases(field, work),
    listInterviews: [inWave],
    quotaBoard: [inWave],
    readFloor: [inWave],
    readQueue: [inWave],
    readAppointmentLoad: [inWave],
    readQuotaCell: [{ own: () => ({ at: { wave: field.waveId, cell: "DK/total/all" } }) }],
    changeQuotaCell: [
      {
        own: () => ({
          at: { wave: field.waveId, cell: "DK/total/all" },
          body: { commandId, change: { kind: "setTarget", target: 500 } },
        }),
      },
    ],
    ...ofExports(field, work),
    ...ofUsers(field),
  };
}
