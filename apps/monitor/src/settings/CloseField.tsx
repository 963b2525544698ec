// Takes a wave out of the field, once it is said what that means.

import type { WaveSettings } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { problemOf } from "../client.ts";
import { ConfirmSetting } from "./ConfirmSetting.tsx";
import { useCloseWave } from "./use-settings.ts";

export function CloseField({ settings }: { readonly settings: WaveSettings }) {
  const { t } = useWording();
  const [asked, setAsked] = useState(false);
  const close = useCloseWave(settings);
  if (!asked) {
    return (
      <>
        {close.isError && <ProblemNote problem={problemOf(close.error)} onDismiss={close.reset} />}
        <button type="button" className="fl-button mo-start" onClick={() => setAsked(true)}>
          {t("monitor.setup.before.close")}
        </button>
      </>
    );
  }
  return (
    <ConfirmSetting
      sentences={[
        t("monitor.setup.before.closing.noNew"),
        t("monitor.setup.before.closing.open"),
        t("monitor.setup.before.closing.suspended"),
        t("monitor.setup.before.closing.goesOn"),
      ]}
      carryOut={t("monitor.setup.before.closeDo")}
      look="danger"
      busy={close.isPending}
      onCarryOut={() => close.mutate(null, { onSettled: () => setAsked(false) })}
      onCancel={() => setAsked(false)}
    />
  );
}
