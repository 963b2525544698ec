// How a wave is set up: what it lacks, its settings, its clock, its sample, who is not to be called.

import { useWording } from "@fieldline/wording";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { BeforeField } from "./BeforeField.tsx";
import { CallRules } from "./CallRules.tsx";
import { DoNotCall } from "./DoNotCall.tsx";
import { FieldTime } from "./FieldTime.tsx";
import { QuotaPlan } from "./QuotaPlan.tsx";
import { Sample } from "./Sample.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { useSettings } from "./use-settings.ts";

export function SettingsPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const allowed = useMay("wave.settings");
  const manages = useMay("wave.manage");
  const forwards = useMay("wave.forward");
  const settings = useSettings(wave.id, allowed);
  if (!allowed) return <NotWithThisRole page="settings" />;
  return (
    <main id="content" className="mo-page">
      <PageTitle of={wave.title}>{t("monitor.setup.title")}</PageTitle>
      <Settled query={settings}>
        {(found) => {
          const mayChange = manages && found.whole;
          return (
            <>
              {!mayChange && (
                <p className="fl-soft">
                  {t(found.whole ? "monitor.setup.readOnly" : "monitor.setup.notWhole")}
                </p>
              )}
              <div className="mo-setup">
                <div className="mo-setup__column">
                  <BeforeField settings={found} mayChange={mayChange} />
                  <SettingsForm key={found.id} settings={found} mayChange={mayChange} />
                  <CallRules settings={found} mayChange={mayChange} />
                </div>
                <div className="mo-setup__column">
                  {found.mode === "test" && forwards && found.whole && <FieldTime settings={found} />}
                  <Sample settings={found} />
                  <DoNotCall settings={found} mayChange={mayChange} />
                  <QuotaPlan settings={found} mayChange={mayChange} />
                </div>
              </div>
            </>
          );
        }}
      </Settled>
    </main>
  );
}
