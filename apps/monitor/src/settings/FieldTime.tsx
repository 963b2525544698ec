// The field clock of a test wave: to the next hour for calls, or to a day and time, and never back.

import type { ForwardWave, WaveSettings } from "@fieldline/protocol";
import { useWording, zoneName } from "@fieldline/wording";
import { type FormEvent, useState } from "react";
import { dayAndTime } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { ConfirmSetting } from "./ConfirmSetting.tsx";
import { Field } from "./Field.tsx";
import { Part } from "./Part.tsx";
import { useForwardWave } from "./use-settings.ts";
import { instantIn, wallTimeIn } from "./wall-time.ts";

interface Planned {
  readonly to: ForwardWave["to"];
  readonly at: string;
}

export function FieldTime({ settings }: { readonly settings: WaveSettings }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  const place = zoneName(t, zone);
  const forward = useForwardWave(settings);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const plan = (next: Planned): void => {
    forward.reset();
    setPlanned(next);
  };
  const time = (iso: string): string => dayAndTime(iso, zone, language);
  return (
    <Part
      title={t("monitor.setup.clock.title")}
      step={forward}
      done={forward.isSuccess && t("monitor.setup.clock.done", { time: time(forward.data.fieldNow), place })}
    >
      {planned ? (
        <ConfirmSetting
          sentences={[
            t("monitor.setup.clock.confirm", { time: time(planned.at), place }),
            t("monitor.setup.clock.everyone"),
            t("monitor.setup.clock.noBack"),
          ]}
          carryOut={t("monitor.setup.clock.carryOut")}
          busy={forward.isPending}
          onCarryOut={() => forward.mutate(planned.to, { onSettled: () => setPlanned(null) })}
          onCancel={() => setPlanned(null)}
        />
      ) : (
        <Hours settings={settings} zone={zone} plan={plan} />
      )}
    </Part>
  );
}

interface HoursProps {
  readonly settings: WaveSettings;
  readonly zone: string;
  readonly plan: (next: Planned) => void;
}

function Hours({ settings: { nextHour, fieldNow }, zone, plan }: HoursProps) {
  const { t, language } = useWording();
  const [typed, setTyped] = useState(() => wallTimeIn(zone, Date.parse(fieldNow)));
  const instant = instantIn(zone, typed);
  const place = zoneName(t, zone);
  const goTo = (event: FormEvent): void => {
    event.preventDefault();
    if (instant === null) return;
    const at = new Date(instant).toISOString();
    plan({ to: { at }, at });
  };
  const allowed = nextHour !== null && nextHour <= fieldNow;
  return (
    <>
      <p>
        {nextHour === null
          ? t("monitor.setup.clock.none")
          : allowed
            ? t("monitor.setup.clock.allowed")
            : t("monitor.setup.clock.next", { time: dayAndTime(nextHour, zone, language), place })}
      </p>
      {nextHour !== null && !allowed && (
        <button
          type="button"
          className="fl-button mo-start"
          data-look="main"
          onClick={() => plan({ to: { nextHour: null }, at: nextHour })}
        >
          {t("monitor.setup.clock.goNext")}
        </button>
      )}
      <form className="mo-setup__row" onSubmit={goTo}>
        <Field
          label={t("monitor.setup.clock.time", { place })}
          type="datetime-local"
          value={typed}
          onChange={setTyped}
        />
        <button type="submit" className="fl-button" disabled={instant === null}>
          {t("monitor.setup.clock.goTo")}
        </button>
      </form>
    </>
  );
}
