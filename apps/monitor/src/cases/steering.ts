// What a supervisor can do with a case as it stands now; the server decides again.

import type { CasePage, SteerCase } from "@fieldline/protocol";

export type Verb = SteerCase["to"]["kind"];

/** What somebody works is left alone until it is off the desk. */
export function offered(
  page: Pick<CasePage, "state" | "lease" | "next" | "held" | "finalDisposition">,
): Verb[] {
  if (page.state === "closed") return page.finalDisposition === "closedBySupervisor" ? ["reopen"] : [];
  if (page.lease !== null) return ["recall"];
  const turn: Verb[] =
    page.held === "noNumber" ? [] : page.next === "pinned" && page.held === null ? ["pin", "unpin"] : ["pin"];
  const hold: Verb[] = page.held === null ? ["hold"] : page.held === "noNumber" ? [] : ["letGo"];
  return [...turn, ...hold, "close"];
}

/** Those that ask back before they are done. */
export const asksBack = (verb: Verb): verb is "pin" | "close" => verb === "pin" || verb === "close";
