// What a wave was set up with; a setting that is missing says so.

import type { WaveSummary } from "@fieldline/protocol";
import { languageName, useWording } from "@fieldline/wording";
import type { ReactNode } from "react";

export function WaveSettings({ wave }: { readonly wave: WaveSummary }) {
  const { t, language } = useWording();
  const missing = <span className="mo-missing">{t("monitor.waves.missing")}</span>;
  const { release } = wave;
  const settings: readonly { readonly name: string; readonly value: ReactNode }[] = [
    { name: t("monitor.waves.institute"), value: wave.institute ?? missing },
    { name: t("monitor.waves.client"), value: wave.client ?? missing },
    { name: t("monitor.waves.verification"), value: wave.verificationNumber ?? missing },
    {
      name: t("monitor.waves.languages"),
      value: wave.languages.map((code) => languageName(code, language)).join(", ") || missing,
    },
    {
      name: t("monitor.waves.release"),
      value: release ? t("monitor.waves.releaseText", { number: release.number }) : missing,
    },
    {
      name: t("monitor.waves.fingerprint"),
      value: release ? <code>{release.fingerprint}</code> : missing,
    },
  ];
  return (
    <dl className="mo-settings">
      {settings.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
