// A note about the household, written during the call.

import { useWording } from "@fieldline/wording";
import { useSeat, useSeatState } from "../use-seat.ts";
import { EntryField } from "./EntryField.tsx";

const longestNote = 1_000;

export function NoteField({ onDone }: { readonly onDone: () => void }) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const keep = async (text: string): Promise<void> => {
    if (doing === null && (await seat.addNote(text))) onDone();
  };
  return (
    <EntryField
      label={t("console.note.label")}
      hint={t("console.note.hint")}
      rows={3}
      longest={longestNote}
      submit={t(doing === "note" ? "console.note.saving" : "console.note.save")}
      onSubmit={(text) => void keep(text)}
      onCancel={onDone}
    />
  );
}
