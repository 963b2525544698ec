// The answer to a message: Enter sends it, Esc leaves it.

import { longestMessage, type MessageBody } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useEffect, useId, useRef } from "react";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface MessageAnswerProps {
  readonly message: MessageBody;
  readonly onDone: () => void;
}

export function MessageAnswer({ message, onDone }: MessageAnswerProps) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const send = async (): Promise<void> => {
    const text = field.current?.value.trim() ?? "";
    if (text === "") onDone();
    else if (doing === null && (await seat.answerMail(message.id, text))) onDone();
  };
  return (
    <div className="co-mail__answer">
      <div className="fl-field">
        <label htmlFor={id}>{t("console.messages.answerTo", { name: message.from.name })}</label>
        <input
          ref={field}
          id={id}
          className="fl-input"
          autoComplete="off"
          maxLength={longestMessage}
          onKeyDown={({ key, repeat, nativeEvent }) => {
            if (repeat || nativeEvent.isComposing) return;
            if (key === "Enter") void send();
            if (key === "Escape") onDone();
          }}
        />
      </div>
      <div className="co-row">
        <ActionButton look="main" keyName={t("common.key.enter")} onPress={() => void send()}>
          {t(doing === "message" ? "console.messages.sending" : "console.messages.send")}
        </ActionButton>
        <ActionButton keyName={t("common.key.escape")} onPress={onDone}>
          {t("common.cancel")}
        </ActionButton>
      </div>
    </div>
  );
}
