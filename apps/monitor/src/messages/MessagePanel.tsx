// Messages on the floor page: written to desks, answered from them, the newest first.

import type { DeskRow } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { problemOf } from "../client.ts";
import { Settled } from "../frame/Settled.tsx";
import { useMe } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { MessageForm } from "./MessageForm.tsx";
import { MessageLine } from "./MessageLine.tsx";
import { recipientsOf } from "./recipients.ts";
import { useMessages, useReadMessages } from "./use-messages.ts";

export function MessagePanel({ desks }: { readonly desks: readonly DeskRow[] }) {
  const { t, language } = useWording();
  const me = useMe().data?.id;
  const found = useMessages(useWaveHere().id);
  const messages = found.data?.messages ?? [];
  const read = useReadMessages();
  const [to, setTo] = useState("");
  const panel = useRef<HTMLElement>(null);
  const others = desks.filter(({ id }) => id !== me);
  const unread = messages.filter((message) => message.to.id === me && message.readAt === null);
  const answer = (id: string): void => {
    setTo(id);
    panel.current?.querySelector<HTMLInputElement>("input")?.focus();
  };
  return (
    <section className="mo-mail mo-no-print" aria-labelledby="floor-messages" ref={panel}>
      <h2 id="floor-messages" className="mo-strip__title">
        {t("monitor.messages.title")}{" "}
        <span role="status">
          {unread.length > 0 && <strong>{t("monitor.messages.unread", { count: unread.length })}</strong>}
        </span>
      </h2>
      <MessageForm
        desks={others}
        recipients={recipientsOf(others, messages, me, language)}
        to={to}
        onTo={setTo}
      />
      {unread.length > 0 && (
        <Button
          variant="default"
          disabled={read.isPending}
          onClick={() => read.mutate(unread.map(({ id }) => id))}
        >
          {t("monitor.messages.read")}
        </Button>
      )}
      {read.error && <ProblemNote problem={problemOf(read.error)} onDismiss={read.reset} />}
      <Settled query={found}>
        {() =>
          messages.length === 0 ? (
            <p className="fl-soft">{t("monitor.messages.none")}</p>
          ) : (
            <ol className="mo-mail__list" aria-live="polite">
              {messages.toReversed().map((message) => (
                <MessageLine
                  key={message.id}
                  message={message}
                  own={message.from.id === me}
                  onAnswer={() => answer(message.from.id)}
                />
              ))}
            </ol>
          )
        }
      </Settled>
    </section>
  );
}
