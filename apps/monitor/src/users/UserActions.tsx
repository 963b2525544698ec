// A new password, disabling and enabling: each says first what will happen, and happens on the second press.

import type { UserBody } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useRef, useState } from "react";
import { problemOf } from "../client.ts";
import { useMe } from "../session/use-me.ts";
import { ConfirmAction, type UserAction } from "./ConfirmAction.tsx";
import type { Shown } from "./PasswordSlip.tsx";
import { useChangeUser, useResetPassword } from "./use-users.ts";

interface UserActionsProps {
  readonly user: UserBody;
  readonly show: (shown: Shown) => void;
  readonly changed: (anew: UserBody) => void;
}

export function UserActions({ user, show, changed }: UserActionsProps) {
  const { t } = useWording();
  const me = useMe().data;
  const [planned, setPlanned] = useState<UserAction | null>(null);
  const reset = useResetPassword(user.id);
  const change = useChangeUser(user.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const error = reset.error ?? change.error;
  const forget = (): void => {
    reset.reset();
    change.reset();
  };
  const leave = (): void => {
    setPlanned(null);
    heading.current?.focus();
  };
  const carryOut = (): void => {
    if (planned === "reset") {
      const onSuccess = ({ password }: { readonly password: string }) => show({ ...user, password });
      reset.mutate(undefined, { onSuccess, onError: leave });
    } else if (planned) {
      const disabled = planned === "disable";
      change.mutate({ version: user.version, disabled }, { onSuccess: changed, onSettled: leave });
    }
  };
  const plan = (action: UserAction): void => {
    forget();
    setPlanned(action);
  };
  const offered: readonly UserAction[] = ["reset", user.disabledAt === null ? "disable" : "enable"];
  return (
    <section className="mo-drawer__part">
      <h3 ref={heading} tabIndex={-1}>
        {t("monitor.users.access")}
      </h3>
      {error && <ProblemNote problem={problemOf(error)} onDismiss={forget} />}
      {me?.id === user.id ? (
        <p>{t("monitor.users.oneself")}</p>
      ) : planned ? (
        <ConfirmAction
          action={planned}
          name={user.displayName}
          busy={reset.isPending || change.isPending}
          carryOut={carryOut}
          cancel={leave}
        />
      ) : (
        <>
          <p>{t(`monitor.users.standing.${user.disabledAt === null ? "active" : "disabled"}`)}</p>
          <div className="mo-confirm__keys">
            {offered.map((action) => (
              <button key={action} type="button" className="fl-button" onClick={() => plan(action)}>
                {t(`monitor.users.${action}.open`)}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
