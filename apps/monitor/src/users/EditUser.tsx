// A user who is there: what can be changed, and under it password and access.

import type { UserBody, UserList } from "@fieldline/protocol";
import { useState } from "react";
import { ChangeUser } from "./ChangeUser.tsx";
import type { Shown } from "./PasswordSlip.tsx";
import { UserActions } from "./UserActions.tsx";

interface EditUserProps {
  readonly list: UserList;
  readonly user: UserBody;
  readonly show: (shown: Shown) => void;
}

/** The form keeps what it was begun from, whatever the list says meanwhile, until it is told to begin again. */
export function EditUser({ list, user, show }: EditUserProps) {
  const [from, setFrom] = useState(user);
  const [saved, setSaved] = useState(false);
  const begin = (anew: UserBody, changed: boolean): void => {
    setFrom(anew);
    setSaved(changed);
  };
  return (
    <>
      <ChangeUser
        key={from.version}
        list={list}
        user={from}
        saved={saved}
        begin={(anew) => begin(anew, true)}
        again={() => begin(user, false)}
      />
      <UserActions user={user} show={show} changed={(anew) => begin(anew, false)} />
    </>
  );
}
