// Messages on the desk: what the supervisor wrote, read and answered between two calls.

import type { MessageBody } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { commandOf, deskKeys } from "../keys/commands.ts";
import { useKeys } from "../keys/use-keys.ts";
import { toAnswer, unreadOf } from "../seat/mail.ts";
import { useMail, useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { clockTime } from "./clock-time.ts";
import { MessageAnswer } from "./MessageAnswer.tsx";

/** As many as fit beside the work; what is older has been read. */
const shown = 6;

export function Messages() {
  const seat = useSeat();
  const { me, doing } = useSeatState();
  const mail = useMail();
  const { t } = useWording();
  const [answering, setAnswering] = useState<MessageBody | null>(null);
  const unread = unreadOf(mail, me?.id);
  const last = toAnswer(mail, me?.id);
  const idle = doing === null;

  useKeys((intent) => {
    if (!idle || intent.kind !== "letter") return false;
    const command = commandOf(deskKeys, intent.letter);
    if (command === "read" && unread.length > 0) return void seat.readMail();
    if (command === "answer" && last) return setAnswering(last);
    return false;
  });

  return (
    <section className="fl-panel co-mail" aria-labelledby="desk-messages">
      <h2 id="desk-messages">{t("console.messages.title")}</h2>
      {mail.messages.length === 0 ? (
        <p className="fl-soft">{t("console.messages.none")}</p>
      ) : (
        <ol className="co-mail__list" aria-live="polite">
          {withUnread(mail.messages, unread).map((message) => (
            <Message key={message.id} message={message} own={message.from.id === me?.id} />
          ))}
        </ol>
      )}
      {answering ? (
        <MessageAnswer message={answering} onDone={() => setAnswering(null)} />
      ) : (
        <div className="co-row">
          {unread.length > 0 && (
            <ActionButton keyName={deskKeys.read} disabled={!idle} onPress={() => void seat.readMail()}>
              {t("console.messages.read")}
            </ActionButton>
          )}
          {last && (
            <ActionButton keyName={deskKeys.answer} disabled={!idle} onPress={() => setAnswering(last)}>
              {t("console.messages.answer")}
            </ActionButton>
          )}
        </div>
      )}
    </section>
  );
}

/** The latest, and every unread one before them. */
const withUnread = (messages: readonly MessageBody[], unread: readonly MessageBody[]): MessageBody[] => {
  const latest = messages.slice(-shown);
  return messages.filter((message) => latest.includes(message) || unread.includes(message));
};

function Message({ message, own }: { readonly message: MessageBody; readonly own: boolean }) {
  const { t, language } = useWording();
  const { from, to, sentAt, readAt, text } = message;
  const time = clockTime(Date.parse(sentAt), language);
  return (
    <li data-own={own || undefined} data-unread={(!own && readAt === null) || undefined}>
      <p className="fl-small fl-soft">
        {own ? t("console.messages.you", { name: to.name, time }) : `${from.name}, ${time}`}
        {!own && readAt === null && <em className="co-mark">{t("console.messages.new")}</em>}
        {own && readAt !== null && ` · ${t("console.messages.readByOther")}`}
      </p>
      <p className="co-mail__text">{text}</p>
    </li>
  );
}
