// The form of a new user. The server makes the password.

import type { UserList } from "@fieldline/protocol";
import { LanguageSelect, ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { type FormEvent, useId, useState } from "react";
import { problemOf } from "../client.ts";
import { emptyDraft, missingIn } from "./draft.ts";
import { MissingNote } from "./MissingNote.tsx";
import type { Shown } from "./PasswordSlip.tsx";
import { UserFields } from "./UserFields.tsx";
import { useAddUser } from "./use-users.ts";

interface AddUserProps {
  readonly list: UserList;
  readonly show: (shown: Shown) => void;
}

const signInName = /^[a-z0-9][a-z0-9._-]{0,79}$/i;

export function AddUser({ list, show }: AddUserProps) {
  const { t, language } = useWording();
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(() => emptyDraft(list));
  const [screens, setScreens] = useState(language);
  const [sent, setSent] = useState(false);
  const add = useAddUser();
  const id = useId();
  const nameWrong = !signInName.test(name.trim());
  const missing = missingIn(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (nameWrong || missing.length > 0 || add.isPending) return;
    const { roles, skills, ...rest } = draft;
    const person = { ...rest, roles: [...roles], skills: [...skills], name: name.trim() };
    add.mutate(
      { ...person, interfaceLanguage: screens },
      { onSuccess: ({ user, password }) => show({ ...user, password }) },
    );
  };
  return (
    <form className="mo-drawer__part mo-user__form" onSubmit={submit} noValidate>
      <div className="fl-field">
        <label htmlFor={`${id}-name`}>{t("monitor.users.column.name")}</label>
        <input
          id={`${id}-name`}
          className="fl-input"
          data-first
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          aria-describedby={`${id}-hint`}
          aria-invalid={sent && nameWrong}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <p id={`${id}-hint`} className="fl-soft fl-small">
          {t("monitor.users.nameHint")}
        </p>
      </div>
      <UserFields draft={draft} change={setDraft} list={list} />
      <LanguageSelect label={t("common.signIn.language")} value={screens} onLanguage={setScreens} />
      {add.isError && <ProblemNote problem={problemOf(add.error)} onDismiss={add.reset} />}
      {sent && <MissingNote missing={nameWrong ? ["name", ...missing] : missing} />}
      <button type="submit" className="fl-button" data-look="main" disabled={add.isPending}>
        {t("monitor.users.addDo")}
      </button>
    </form>
  );
}
