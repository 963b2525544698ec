// Holds a case back until a supervisor lets it go.

import { refuse } from "../../../platform/problems/refusal.ts";
import { refuseUnlessWaiting, type Steer } from "./steered.ts";

export const hold: Steer = async (tx, _ctx, steered) => {
  await refuseUnlessWaiting(tx, steered);
  await tx.case.update({ where: { id: steered.found.id }, data: { held: "supervisor" } });
  return [];
};

/** Also one whose number a supervisor had to look at; where no number may be rung there is nothing to let go. */
export const letGo: Steer = async (tx, _ctx, steered) => {
  await refuseUnlessWaiting(tx, steered);
  const { id, held } = steered.found;
  if (held === null) throw refuse("calling.notHeld");
  if (held === "noNumber") throw refuse("calling.noNumberToRing");
  await tx.case.update({ where: { id }, data: { held: null } });
  return [];
};
