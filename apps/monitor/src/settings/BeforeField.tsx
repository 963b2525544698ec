// What a wave still lacks before the field, letting it into the field, and taking it out again.

import type { WaveSettings } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { CloseField } from "./CloseField.tsx";
import { ConfirmSetting } from "./ConfirmSetting.tsx";
import { Part } from "./Part.tsx";
import { useReleaseWave } from "./use-settings.ts";

interface BeforeFieldProps {
  readonly settings: WaveSettings;
  readonly mayChange: boolean;
}

export function BeforeField({ settings, mayChange }: BeforeFieldProps) {
  const { t } = useWording();
  const { state, missing, mode, records, hasQuotaPlan } = settings;
  const release = useReleaseWave(settings);
  const [asked, setAsked] = useState(false);
  const remarks = [
    ...(records === 0 ? [t("monitor.setup.before.noSample")] : []),
    ...(hasQuotaPlan ? [] : [t("monitor.setup.before.noPlan")]),
  ];
  return (
    <Part title={t("monitor.setup.before.title")} step={release}>
      <Standing state={state} missing={missing} />
      {remarks.map((remark) => (
        <p key={remark} className="fl-soft">
          {remark}
        </p>
      ))}
      {mayChange && state === "preparing" && missing.length === 0 && !asked && (
        <button type="button" className="fl-button mo-start" onClick={() => setAsked(true)}>
          {t("monitor.setup.before.release")}
        </button>
      )}
      {asked && (
        <ConfirmSetting
          sentences={[
            t(mode === "live" ? "monitor.setup.before.live" : "monitor.setup.before.test"),
            t("monitor.setup.before.settled"),
            ...remarks,
          ]}
          carryOut={t("monitor.setup.before.carryOut")}
          busy={release.isPending}
          onCarryOut={() => release.mutate(null, { onSettled: () => setAsked(false) })}
          onCancel={() => setAsked(false)}
        />
      )}
      {mayChange && state === "inField" && <CloseField settings={settings} />}
    </Part>
  );
}

function Standing({ state, missing }: Pick<WaveSettings, "state" | "missing">) {
  const { t } = useWording();
  if (state !== "preparing") {
    return <p>{t(state === "inField" ? "monitor.setup.before.inField" : "monitor.setup.before.closed")}</p>;
  }
  if (missing.length === 0) return <p>{t("monitor.setup.before.ready")}</p>;
  return (
    <>
      <p>{t("monitor.setup.before.missing")}</p>
      <ul className="mo-setup__missing">
        {missing.map((name) => (
          <li key={name} data-missing={name}>
            {t(`monitor.setup.want.${name}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
