// The form of a user who is there. A change somebody else made meanwhile is not overwritten: it says so.

import type { UserBody, UserList } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { type FormEvent, useState } from "react";
import { problemOf } from "../client.ts";
import { changeFrom, draftOf, missingIn } from "./draft.ts";
import { MissingNote } from "./MissingNote.tsx";
import { UserFields } from "./UserFields.tsx";
import { useChangeUser } from "./use-users.ts";

interface ChangeUserProps {
  readonly list: UserList;
  readonly user: UserBody;
  /** The last change from here is in force. */
  readonly saved: boolean;
  readonly begin: (anew: UserBody) => void;
  /** Begins again from what stands now. */
  readonly again: () => void;
}

export function ChangeUser({ list, user, saved, begin, again }: ChangeUserProps) {
  const { t } = useWording();
  const [draft, setDraft] = useState(() => draftOf(user));
  const change = useChangeUser(user.id);
  const wanted = changeFrom(user, draft);
  const missing = missingIn(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted && missing.length === 0 && !change.isPending) change.mutate(wanted, { onSuccess: begin });
  };
  const problem = change.isError ? problemOf(change.error) : null;
  return (
    <form className="mo-drawer__part mo-user__form" onSubmit={submit} noValidate>
      <UserFields draft={draft} change={setDraft} list={list} />
      {problem && <ProblemNote problem={problem} onDismiss={change.reset} />}
      {problem?.code === "user.changedMeanwhile" && (
        <button type="button" className="fl-button" onClick={again}>
          {t("monitor.users.again")}
        </button>
      )}
      {wanted && <MissingNote missing={missing} />}
      <p role="status" className="mo-change__done">
        {saved && !wanted && t("monitor.users.saved")}
      </p>
      <button
        type="submit"
        className="fl-button"
        data-look="main"
        disabled={!wanted || missing.length > 0 || change.isPending}
      >
        {t("monitor.users.save")}
      </button>
    </form>
  );
}
