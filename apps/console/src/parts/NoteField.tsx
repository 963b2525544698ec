// A note about the household, written during the call: Enter keeps it, Shift+Enter begins a new line, Esc leaves it.

import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

const longestNote = 1_000;

export function NoteField({ onDone }: { readonly onDone: () => void }) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const keep = async (): Promise<void> => {
    const text = field.current?.value.trim() ?? "";
    if (text === "") onDone();
    else if (doing === null && (await seat.addNote(text))) onDone();
  };
  return (
    <div className="co-note-field">
      <div className="fl-field">
        <label htmlFor={id}>{t("console.note.label")}</label>
        <textarea
          ref={field}
          id={id}
          className="fl-input"
          rows={3}
          maxLength={longestNote}
          aria-describedby={`${id}-hint`}
          onKeyDown={(press) => {
            const keeps = press.key === "Enter" && !press.shiftKey && !press.nativeEvent.isComposing;
            if (!keeps && press.key !== "Escape") return;
            press.preventDefault();
            if (press.repeat) return;
            if (keeps) void keep();
            else onDone();
          }}
        />
      </div>
      <p id={`${id}-hint`} className="fl-soft fl-small">
        {t("console.note.hint")}
      </p>
      <div className="co-row">
        <ActionButton look="main" keyName={t("common.key.enter")} onPress={() => void keep()}>
          {t(doing === "note" ? "console.note.saving" : "console.note.save")}
        </ActionButton>
        <ActionButton keyName={t("common.key.escape")} onPress={onDone}>
          {t("common.cancel")}
        </ActionButton>
      </div>
    </div>
  );
}
