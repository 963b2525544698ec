// The answer to a message of the supervisor.

import { longestMessage, type MessageBody } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useSeat, useSeatState } from "../use-seat.ts";
import { EntryField } from "./EntryField.tsx";

export interface MessageAnswerProps {
  readonly message: MessageBody;
  readonly onDone: () => void;
}

export function MessageAnswer({ message, onDone }: MessageAnswerProps) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const send = async (text: string): Promise<void> => {
    if (doing === null && (await seat.answerMail(message.id, text))) onDone();
  };
  return (
    <EntryField
      label={t("console.messages.answerTo", { name: message.from.name })}
      rows={2}
      longest={longestMessage}
      submit={t(doing === "message" ? "console.messages.sending" : "console.messages.send")}
      onSubmit={(text) => void send(text)}
      onCancel={onDone}
    />
  );
}
