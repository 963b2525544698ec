// What interviewers wrote down about the household, the newest first.

import type { CaseNote } from "@fieldline/protocol";
import { dayOfWeek, timeOfDay, useWording } from "@fieldline/wording";
import { ownZone } from "../outcome/wall-time.ts";

export function NoteList({ notes }: { readonly notes: readonly CaseNote[] }) {
  const { t, language } = useWording();
  if (notes.length === 0) return <p className="fl-soft">{t("console.note.none")}</p>;
  return (
    <ul className="co-note-list">
      {notes.toReversed().map(({ id, at, by, text }) => (
        <li key={id}>
          <span className="co-note-list__text">{text}</span>{" "}
          <span className="fl-soft fl-small">
            {by}, {dayOfWeek(Date.parse(at), ownZone(), language)}{" "}
            {timeOfDay(Date.parse(at), ownZone(), language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
