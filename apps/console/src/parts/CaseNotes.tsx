// Notes on the call page: to be read, and the field for a new one.

import type { CaseOnDesk } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { NoteField } from "./NoteField.tsx";
import { NoteList } from "./NoteList.tsx";

export interface CaseNotesProps {
  readonly held: CaseOnDesk;
  readonly writing: boolean;
  readonly onDone: () => void;
}

export function CaseNotes({ held, writing, onDone }: CaseNotesProps) {
  const { t } = useWording();
  return (
    <section className="fl-panel co-case-notes">
      <h2>{t("console.note.title")}</h2>
      {writing && <NoteField onDone={onDone} />}
      <NoteList notes={held.notes} />
    </section>
  );
}
