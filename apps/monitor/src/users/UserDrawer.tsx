// A person opened at the side: to be added, changed, given a new password, disabled. A password shown is not closed by chance.

import type { UserList } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { Dialog } from "../frame/Dialog.tsx";
import { AddUser } from "./AddUser.tsx";
import { EditUser } from "./EditUser.tsx";
import { PasswordSlip, type Shown } from "./PasswordSlip.tsx";
import { newUser } from "./view.ts";

interface UserDrawerProps {
  readonly list: UserList;
  readonly open: string;
  readonly close: () => void;
}

export function UserDrawer({ list, open, close }: UserDrawerProps) {
  const { t } = useWording();
  const [shown, setShown] = useState<Shown | null>(null);
  const user = list.users.find(({ id }) => id === open);
  const title =
    open === newUser ? t("monitor.users.addTitle") : (user?.displayName ?? t("monitor.notFound.title"));
  return (
    <Dialog className="mo-drawer mo-user" held={shown !== null} closed={close}>
      {({ heading, leave }) => (
        <>
          <header className="mo-drawer__head mo-no-print">
            <div>
              <h2 id={heading}>{title}</h2>
              {user && <p className="fl-soft">{user.name}</p>}
            </div>
            {!shown && (
              <button type="button" className="fl-button" onClick={leave}>
                {t("common.close")}
              </button>
            )}
          </header>
          {shown ? (
            <PasswordSlip shown={shown} done={leave} />
          ) : open === newUser ? (
            <AddUser list={list} show={setShown} />
          ) : user ? (
            <EditUser list={list} user={user} show={setShown} />
          ) : (
            <EmptyState title={t("monitor.users.goneTitle")}>
              <p>{t("monitor.users.goneText")}</p>
            </EmptyState>
          )}
        </>
      )}
    </Dialog>
  );
}
