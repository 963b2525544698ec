// What a wave is set up with, as a form; only what was typed in it is sent, and the rest stands as it is.

import type { WaveSettings } from "@fieldline/protocol";
import { countryName, languageName, useWording } from "@fieldline/wording";
import { type FormEvent, useState } from "react";
import { Boxes } from "../frame/Boxes.tsx";
import { differing } from "./differing.ts";
import { Field } from "./Field.tsx";
import { Part } from "./Part.tsx";
import { useChangeWave } from "./use-settings.ts";

interface SettingsFormProps {
  readonly settings: WaveSettings;
  readonly mayChange: boolean;
}

export function SettingsForm({ settings, mayChange }: SettingsFormProps) {
  const { t, language } = useWording();
  const [typed, setTyped] = useState<Partial<Form>>({});
  const change = useChangeWave(settings);
  const held = formOf(settings);
  const form: Form = { ...held, ...typed };
  const changed = differing(typed, held);
  const lacksChoice = form.countries.length === 0 || form.languages.length === 0;
  const settled = !mayChange || settings.state !== "preparing";
  const set =
    <Name extends keyof Form>(name: Name) =>
    (value: Form[Name]): void => {
      change.reset();
      setTyped((old) => ({ ...old, [name]: value }));
    };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(changed, { onSuccess: () => setTyped((now) => differing(now, changed)) });
  };
  const line = { disabled: !mayChange };
  return (
    <Part
      title={t("monitor.setup.form.title")}
      step={change}
      done={change.isSuccess && t("monitor.setup.saved")}
    >
      <form className="mo-setup__form" onSubmit={submit}>
        <Field {...line} label={t("monitor.setup.form.name")} value={form.title} onChange={set("title")} />
        <Field
          {...line}
          label={t("monitor.waves.institute")}
          value={form.institute}
          onChange={set("institute")}
        />
        <Field {...line} label={t("monitor.waves.client")} value={form.client} onChange={set("client")} />
        <Field
          {...line}
          label={t("monitor.waves.verification")}
          value={form.verificationNumber}
          onChange={set("verificationNumber")}
        />
        <Field
          label={t("monitor.setup.form.from")}
          type="date"
          value={form.fieldFrom}
          onChange={set("fieldFrom")}
          disabled={settled}
        />
        <Field
          {...line}
          label={t("monitor.setup.form.to")}
          type="date"
          value={form.fieldTo}
          onChange={set("fieldTo")}
        />
        <Boxes
          label={t("monitor.setup.want.countries")}
          offered={settings.offered.countries}
          chosen={form.countries}
          nameOf={(code) => countryName(code, language)}
          onChange={set("countries")}
          disabled={settled}
        />
        <Boxes
          label={t("monitor.waves.languages")}
          offered={settings.offered.languages}
          chosen={form.languages}
          nameOf={(code) => languageName(code, language)}
          onChange={set("languages")}
          disabled={settled}
        />
        <p className="fl-soft mo-setup__wide">
          {t("monitor.setup.form.spoken")} {settings.state !== "preparing" && t("monitor.setup.form.fixed")}
        </p>
        {mayChange && (
          <button
            type="submit"
            className="fl-button mo-start"
            data-look="main"
            disabled={change.isPending || Object.keys(changed).length === 0 || lacksChoice}
          >
            {t("monitor.setup.form.save")}
          </button>
        )}
      </form>
    </Part>
  );
}

type Form = ReturnType<typeof formOf>;

const formOf = (settings: WaveSettings) => ({
  title: settings.title,
  institute: settings.institute ?? "",
  client: settings.client ?? "",
  verificationNumber: settings.verificationNumber ?? "",
  fieldFrom: settings.fieldFrom,
  fieldTo: settings.fieldTo,
  countries: settings.countries.toSorted(),
  languages: settings.languages.toSorted(),
});
