// Says what a setting will do before it is changed.

import { useWording } from "@fieldline/wording";
import { Confirm } from "../frame/Confirm.tsx";
import { ConfirmKeys } from "../frame/ConfirmKeys.tsx";
import { Consequences } from "../frame/Consequences.tsx";

interface ConfirmSettingProps {
  readonly sentences: readonly string[];
  readonly carryOut: string;
  readonly look?: "main" | "danger";
  readonly busy: boolean;
  readonly onCarryOut: () => void;
  readonly onCancel: () => void;
}

export function ConfirmSetting({ sentences, ...keys }: ConfirmSettingProps) {
  const { t } = useWording();
  return (
    <Confirm title={t("monitor.change.confirmTitle")} level={3}>
      <Consequences sentences={sentences} />
      <ConfirmKeys {...keys} />
    </Confirm>
  );
}
