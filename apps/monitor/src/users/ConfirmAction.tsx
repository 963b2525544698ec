// Says what a new password, disabling or enabling will do, before it is done.

import { useWording } from "@fieldline/wording";
import { Confirm } from "../frame/Confirm.tsx";
import { ConfirmKeys } from "../frame/ConfirmKeys.tsx";

export type UserAction = "reset" | "disable" | "enable";

interface ConfirmActionProps {
  readonly action: UserAction;
  readonly name: string;
  readonly busy: boolean;
  readonly carryOut: () => void;
  readonly cancel: () => void;
}

export function ConfirmAction({ action, name, busy, carryOut, cancel }: ConfirmActionProps) {
  const { t } = useWording();
  return (
    <Confirm title={t(`monitor.users.${action}.title`, { name })} level={4}>
      <p>{t(`monitor.users.${action}.text`)}</p>
      <ConfirmKeys
        carryOut={t(`monitor.users.${action}.carryOut`)}
        look={action === "disable" ? "danger" : "main"}
        busy={busy}
        onCarryOut={carryOut}
        onCancel={cancel}
      />
    </Confirm>
  );
}
