// Scripts the console itself calls for, beside those the route of the interview leads to.

import type { Instrument } from "@fieldline/instrument";

/** Going on with an interview that was interrupted. */
export const resumeScript = "S_RESUME";
/** The person stops in the middle. */
export const breakOffScript = "S_BREAKOFF";
/** Message for an answering machine. */
export const answeringMachineScript = "S_ANSWERPHONE";
/** Read out when the respondent asks who calls, or what becomes of the answers. */
const onRequest = ["S_WHO", "S_PRIVACY"];

/** Those scripts on request that this instrument has. */
export const scriptsOnRequest = ({ scripts }: Instrument): readonly string[] =>
  onRequest.filter((id) => Object.hasOwn(scripts, id));
