// R3: counters equal a recount from interviews, and no capped cell holds more than its cap.

import type { Ground } from "../server/ground.ts";
import { must } from "../trace.ts";

export function recount({ store }: Ground): void {
  const { cells, finished, reserved } = store.book;
  const counts = new Map<string, { completed: number; reserved: number }>();
  const count = (ids: readonly string[], kind: "completed" | "reserved"): void => {
    for (const id of ids) {
      const found = counts.get(id) ?? { completed: 0, reserved: 0 };
      counts.set(id, { ...found, [kind]: found[kind] + 1 });
    }
  };
  for (const fate of finished.values()) if (fate.kind === "counted") count(fate.cells, "completed");
  for (const place of reserved.values()) count(place.cells, "reserved");
  for (const [id, cell] of cells) {
    const own = counts.get(id) ?? { completed: 0, reserved: 0 };
    const same = own.completed === cell.completed && own.reserved === cell.reserved;
    must(
      same,
      "R3",
      () => `${id} says ${cell.completed} + ${cell.reserved}, a recount ${JSON.stringify(own)}`,
    );
    const within = cell.cap === null || cell.completed + cell.reserved <= cell.cap;
    must(within, "R3", () => `${id} holds ${cell.completed} + ${cell.reserved}, its cap is ${cell.cap}`);
  }
}

/** At most one counted interview a case, and what is completed is counted or over quota. */
export function countedOnce({ store }: Ground): void {
  for (const [caseId, interviews] of store.interviewsOfCase) {
    must(interviews.filter(({ counted }) => counted).length <= 1, "R3", () => `${caseId} counts twice`);
    for (const { id, status, counted, overQuota } of interviews) {
      const fate = store.book.finished.get(id as never)?.kind;
      must(
        counted === (fate === "counted") && (status !== "completed" || counted !== overQuota),
        "R3",
        () => `${id} is ${status}, and ${fate ?? "nothing"} in the book`,
      );
    }
  }
}
