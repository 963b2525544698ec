// Says on every screen of a test wave that it is one, and what its field time is.

import { useWording } from "@fieldline/wording";
import { FieldClock } from "./FieldClock.tsx";

export interface TestWaveBannerProps {
  readonly mode: "live" | "test";
  readonly fieldNow: () => number;
  readonly zone: string;
}

/** Of a live wave only the field time is shown, without warning colours. */
export function TestWaveBanner({ mode, fieldNow, zone }: TestWaveBannerProps) {
  const { t } = useWording();
  if (mode === "live") return <FieldClock fieldNow={fieldNow} zone={zone} />;
  return (
    <div className="fl-test-wave">
      <span>
        <strong>{t("common.testWave.title")}</strong> – {t("common.testWave.nobodyRung")}
      </span>
      <FieldClock fieldNow={fieldNow} zone={zone} />
    </div>
  );
}
