// The form in which people change their own password; the present one is asked for.

import { shortestPassword } from "@fieldline/protocol";
import { type ProblemLike, useWording } from "@fieldline/wording";
import { type FormEvent, useId, useState } from "react";
import { ProblemNote } from "./ProblemNote.tsx";

type Changed =
  | { readonly ok: true; readonly value: { readonly sessionsEnded: number } }
  | { readonly ok: false; readonly problem: ProblemLike };

export interface OwnPasswordProps {
  /** The sign-in name, for programs that keep passwords. */
  readonly name: string;
  readonly change: (current: string, wanted: string) => Promise<Changed>;
}

export function OwnPassword({ name, change }: OwnPasswordProps) {
  const { t } = useWording();
  const [busy, setBusy] = useState(false);
  const [differ, setDiffer] = useState(false);
  const [reply, setReply] = useState<Changed | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const entered = new FormData(form);
    const [current, wanted, again] = ["current", "wanted", "again"].map((of) =>
      String(entered.get(of) ?? ""),
    );
    if (busy || !current || !wanted) return;
    setReply(null);
    setDiffer(wanted !== again);
    if (wanted !== again) return;
    setBusy(true);
    const changed = await change(current, wanted);
    setReply(changed);
    setBusy(false);
    if (changed.ok) form.reset();
  };

  return (
    <form className="fl-own-password" onSubmit={(event) => void submit(event)}>
      <input type="text" name="name" value={name} autoComplete="username" readOnly hidden />
      <Entry name="current" label={t("common.password.current")} autoComplete="current-password" />
      <Entry
        name="wanted"
        label={t("common.password.wanted")}
        autoComplete="new-password"
        shortest={shortestPassword}
        hint={t("common.password.rule", { shortest: shortestPassword })}
      />
      <Entry name="again" label={t("common.password.again")} autoComplete="new-password" />
      {differ && (
        <p className="fl-own-password__differ" role="alert">
          {t("common.password.differ")}
        </p>
      )}
      {reply?.ok === false && <ProblemNote problem={reply.problem} />}
      <p className="fl-soft fl-small">{t("common.password.others")}</p>
      <p role="status" className="fl-own-password__done">
        {reply?.ok && t("common.password.done")}
        {reply?.ok && reply.value.sessionsEnded > 0 && (
          <> {t("common.password.ended", { count: reply.value.sessionsEnded })}</>
        )}
      </p>
      <button type="submit" className="fl-button" data-look="main" disabled={busy}>
        {t(busy ? "common.password.busy" : "common.password.submit")}
      </button>
    </form>
  );
}

interface EntryProps {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: "current-password" | "new-password";
  readonly shortest?: number;
  readonly hint?: string;
}

function Entry({ name, label, autoComplete, shortest, hint }: EntryProps) {
  const id = useId();
  return (
    <div className="fl-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="fl-input"
        name={name}
        type="password"
        autoComplete={autoComplete}
        minLength={shortest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        required
      />
      {hint && (
        <span id={`${id}-hint`} className="fl-soft fl-small">
          {hint}
        </span>
      )}
    </div>
  );
}
