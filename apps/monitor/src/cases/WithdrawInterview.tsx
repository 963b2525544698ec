// A respondent takes their interview back afterwards: the code they name, then said what will happen, then done.

import { readInterviewCode } from "@fieldline/interview";
import { useWording } from "@fieldline/wording";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { problemOf } from "../client.ts";
import { useMay } from "../session/use-me.ts";
import { ConfirmWithdrawal } from "./ConfirmWithdrawal.tsx";
import { useWithdrawal } from "./use-withdrawal.ts";
import { WithdrawalRefused } from "./WithdrawalRefused.tsx";

export function WithdrawInterview() {
  const { t } = useWording();
  const [open, setOpen] = useState(false);
  if (!useMay("interview.withdraw")) return null;
  return (
    <details
      className="mo-withdrawal mo-no-print"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>{t("monitor.cases.withdrawal.open")}</h2>
      </summary>
      {open && <Withdrawal />}
    </details>
  );
}

function Withdrawal() {
  const { t } = useWording();
  const [text, setText] = useState("");
  const [unread, setUnread] = useState(false);
  const [planned, setPlanned] = useState<string | null>(null);
  const withdrawal = useWithdrawal();
  const input = useRef<HTMLInputElement>(null);
  const change = (next: string): void => {
    setText(next);
    setUnread(false);
    setPlanned(null);
    withdrawal.reset();
  };
  const leave = (): void => {
    setPlanned(null);
    input.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (withdrawal.isPending) return;
    withdrawal.reset();
    const code = readInterviewCode(text);
    setUnread(code === null);
    setPlanned(code);
  };
  const carryOut = (code: string): void =>
    withdrawal.mutate(code, { onSuccess: () => setText(""), onSettled: leave });
  const tried = withdrawal.variables ?? "";
  return (
    <div className="mo-withdrawal__body">
      <p className="fl-soft">{t("monitor.cases.withdrawal.note")}</p>
      <form className="mo-withdrawal__form" onSubmit={submit}>
        <TextInput
          ref={input}
          label={t("monitor.cases.withdrawal.code")}
          description={t("monitor.cases.withdrawal.hint")}
          error={unread && t("monitor.cases.withdrawal.notEight")}
          value={text}
          readOnly={withdrawal.isPending}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
        {planned === null && (
          <Button type="submit" variant="default" className="mo-start">
            {t("monitor.cases.correct.next")}
          </Button>
        )}
      </form>
      {planned !== null && (
        <ConfirmWithdrawal
          code={planned}
          busy={withdrawal.isPending}
          onCarryOut={() => carryOut(planned)}
          onCancel={leave}
        />
      )}
      {withdrawal.error && <WithdrawalRefused code={tried} problem={problemOf(withdrawal.error)} />}
      <p role="status">{withdrawal.isSuccess && t("monitor.cases.withdrawal.done", { code: tried })}</p>
    </div>
  );
}
