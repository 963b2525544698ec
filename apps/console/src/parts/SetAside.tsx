// What the server did not take after the desk had gone on: said plainly, until it is put away.

import type { AsideNote } from "@fieldline/client";
import { problemText, useWording } from "@fieldline/wording";
import { useOutbox, useSeat } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { clockTime } from "./clock-time.ts";

export function SetAside() {
  const seat = useSeat();
  const { aside } = useOutbox();
  const { t, language } = useWording();
  if (aside.length === 0) return null;
  return (
    <ul className="co-aside" aria-live="polite">
      {aside.map((note) => (
        <li key={note.id} className="co-note" data-look="danger">
          <span>
            <strong>
              {clockTime(note.at, language)} · {t(`console.aside.${whatOf(note)}`, { count: note.steps })}
            </strong>{" "}
            {problemText(t, note.problem, language)} {t("console.aside.seen")}{" "}
            <small>{t("common.problem.code", { code: note.problem.code })}</small>
          </span>
          <ActionButton onPress={() => seat.dismissAside(note.id)}>{t("console.aside.dismiss")}</ActionButton>
        </li>
      ))}
    </ul>
  );
}

function whatOf({ route }: AsideNote): "steps" | "outcome" | "note" | "other" {
  if (route === "recordOperations") return "steps";
  if (route === "closeAttempt") return "outcome";
  return route === "addNote" || route === "nameContact" ? "note" : "other";
}
