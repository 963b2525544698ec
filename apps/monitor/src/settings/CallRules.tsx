// On which days people may be called: the switches of the call rules, and the public holidays they know.

import type { WaveSettings } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Holidays } from "./Holidays.tsx";
import { Part } from "./Part.tsx";
import { useChangeWave } from "./use-settings.ts";

interface CallRulesProps {
  readonly settings: WaveSettings;
  readonly mayChange: boolean;
}

export function CallRules({ settings, mayChange }: CallRulesProps) {
  const { t } = useWording();
  const change = useChangeWave(settings);
  const { rules } = settings;
  return (
    <Part
      title={t("monitor.setup.rules.title")}
      step={change}
      done={change.isSuccess && t("monitor.setup.saved")}
    >
      {rules === null ? (
        <p>{t("monitor.setup.rules.none")}</p>
      ) : (
        <>
          <p className="fl-soft">{t("monitor.setup.rules.version", { version: rules.version })}</p>
          <Switches
            key={rules.version}
            switches={rules.switches}
            disabled={!mayChange || change.isPending}
            save={(switches) => change.mutate({ switches })}
          />
          {Object.entries(rules.holidays).map(([country, list]) => (
            <Holidays
              key={`${country} ${rules.version}`}
              country={country}
              list={list}
              disabled={!mayChange || change.isPending}
              save={(holidays) => change.mutate({ holidays: { [country]: holidays } })}
            />
          ))}
          <Link to="/waves/$wave/rules" params={{ wave: settings.id }}>
            {t("monitor.setup.rules.all")}
          </Link>
        </>
      )}
    </Part>
  );
}

type Switched = NonNullable<WaveSettings["rules"]>["switches"];

interface SwitchesProps {
  readonly switches: Switched;
  readonly disabled: boolean;
  readonly save: (switches: Switched) => void;
}

const names = ["sundays", "publicHolidays"] as const;

function Switches({ switches, disabled, save }: SwitchesProps) {
  const { t } = useWording();
  const [chosen, setChosen] = useState(switches);
  const same = names.every((name) => chosen[name] === switches[name]);
  return (
    <div className="mo-boxes">
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen[name]}
            disabled={disabled}
            onChange={() => setChosen({ ...chosen, [name]: !chosen[name] })}
          />
          {t(`monitor.setup.rules.${name}`)}
        </label>
      ))}
      <p className="fl-soft">{t("monitor.setup.rules.law")}</p>
      {!disabled && (
        <button type="button" className="fl-button mo-start" disabled={same} onClick={() => save(chosen)}>
          {t("monitor.setup.rules.save")}
        </button>
      )}
    </div>
  );
}
