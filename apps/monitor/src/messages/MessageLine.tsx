// One message as a line of the panel: who to whom, when, whether it has been read.

import type { MessageBody } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { clockTime } from "../format.ts";

interface MessageLineProps {
  readonly message: MessageBody;
  /** Written by the person signed in. */
  readonly own: boolean;
  readonly onAnswer: () => void;
}

export function MessageLine({ message, own, onAnswer }: MessageLineProps) {
  const { t, language } = useWording();
  const { from, to, sentAt, readAt, text } = message;
  const time = (at: string): string => clockTime(Date.parse(at), language);
  return (
    <li data-own={own || undefined} data-unread={(!own && readAt === null) || undefined}>
      <p className="fl-soft fl-small">
        <time dateTime={sentAt}>{time(sentAt)}</time>{" "}
        {own ? t("monitor.messages.you", { name: to.name }) : from.name}
        {own &&
          ` · ${readAt === null ? t("monitor.messages.notRead") : t("monitor.messages.readAt", { time: time(readAt) })}`}
        {!own && readAt === null && <strong className="mo-mail__new"> {t("monitor.messages.new")}</strong>}
      </p>
      <p className="mo-mail__text">{text}</p>
      {!own && (
        <Button variant="default" size="compact-sm" onClick={onAnswer}>
          {t("monitor.messages.answer", { name: from.name })}
        </Button>
      )}
    </li>
  );
}
