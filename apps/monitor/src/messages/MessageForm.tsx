// A message to one desk or to all that are on the floor.

import { type DeskRow, longestMessage } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { problemOf } from "../client.ts";
import type { Recipient } from "./recipients.ts";
import { useSendMessage } from "./use-messages.ts";

interface MessageFormProps {
  readonly desks: readonly DeskRow[];
  readonly recipients: readonly Recipient[];
  /** One person's id, or empty for all desks. */
  readonly to: string;
  readonly onTo: (to: string) => void;
}

export function MessageForm({ desks, recipients, to, onTo }: MessageFormProps) {
  const { t } = useWording();
  const [text, setText] = useState("");
  const send = useSendMessage();
  const toIds = to === "" ? desks.map(({ id }) => id) : [to];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "" || toIds.length === 0 || send.isPending) return;
    send.mutate({ toIds, text }, { onSuccess: () => setText("") });
  };
  return (
    <form className="mo-mail__form" onSubmit={submit}>
      <NativeSelect
        label={t("monitor.messages.to")}
        value={to}
        data={[
          { value: "", label: t("monitor.messages.all", { count: desks.length }) },
          ...recipients.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => onTo(currentTarget.value)}
      />
      <TextInput
        label={t("monitor.messages.text")}
        value={text}
        maxLength={longestMessage}
        autoComplete="off"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" disabled={text.trim() === "" || toIds.length === 0}>
        {t(send.isPending ? "monitor.messages.sending" : "monitor.messages.send")}
      </Button>
      {send.error && <ProblemNote problem={problemOf(send.error)} onDismiss={send.reset} />}
    </form>
  );
}
