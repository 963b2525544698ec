// The quota plan of a wave: there, or to be taken over from another wave of the study.

import type { WaveSettings, WaveSummary } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useState } from "react";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { useWaves } from "../waves/use-waves.ts";
import { Choice } from "./Choice.tsx";
import { ConfirmSetting } from "./ConfirmSetting.tsx";
import { Part } from "./Part.tsx";
import { useTakePlan } from "./use-settings.ts";

interface QuotaPlanProps {
  readonly settings: WaveSettings;
  readonly mayChange: boolean;
}

export function QuotaPlan({ settings, mayChange }: QuotaPlanProps) {
  const { t } = useWording();
  const here = useWaveHere();
  const waves = useWaves().data?.waves ?? [];
  const others = waves.filter(({ id, study }) => id !== here.id && study.id === here.study.id);
  const take = useTakePlan(settings);
  const { hasQuotaPlan } = settings;
  return (
    <Part title={t("monitor.setup.plan.title")} step={take}>
      <p>{t(hasQuotaPlan ? "monitor.setup.plan.has" : "monitor.setup.before.noPlan")}</p>
      {!hasQuotaPlan && mayChange && (
        <TakeOver others={others} busy={take.isPending} take={(id) => take.mutate(id)} />
      )}
    </Part>
  );
}

interface TakeOverProps {
  readonly others: readonly WaveSummary[];
  readonly busy: boolean;
  readonly take: (wave: string) => void;
}

function TakeOver({ others, busy, take }: TakeOverProps) {
  const { t } = useWording();
  const [chosen, setChosen] = useState("");
  const [asked, setAsked] = useState(false);
  const wave = others.find((one) => one.id === chosen) ?? others[0];
  if (!wave) return <p className="fl-soft">{t("monitor.setup.plan.noOther")}</p>;
  if (asked) {
    return (
      <ConfirmSetting
        sentences={[t("monitor.setup.plan.confirm", { wave: wave.title }), t("monitor.setup.plan.once")]}
        carryOut={t("monitor.setup.plan.carryOut")}
        busy={busy}
        onCarryOut={() => {
          take(wave.id);
          setAsked(false);
        }}
        onCancel={() => setAsked(false)}
      />
    );
  }
  return (
    <div className="mo-setup__row">
      <Choice
        label={t("monitor.setup.plan.of")}
        value={wave.id}
        options={others.map(({ id, title, code }) => ({ value: id, label: `${title} (${code})` }))}
        onChange={setChosen}
      />
      <button type="button" className="fl-button" onClick={() => setAsked(true)}>
        {t("monitor.setup.plan.take")}
      </button>
    </div>
  );
}
