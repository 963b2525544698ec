// The form of a new wave: what is settled for good when it is made, and what it cannot be made without.

import type { WaveSummary } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { countryName, languageName, useWording } from "@fieldline/wording";
import { problemOf } from "../client.ts";
import { Boxes } from "../frame/Boxes.tsx";
import { Choice } from "./Choice.tsx";
import { Field } from "./Field.tsx";
import { isComplete, type Release, useNewWave, wavesOf } from "./use-new-wave.ts";

interface NewWaveFormProps {
  readonly releases: readonly [Release, ...Release[]];
  readonly waves: readonly WaveSummary[];
}

export function NewWaveForm({ releases, waves }: NewWaveFormProps) {
  const { t, language } = useWording();
  const { draft, set, create } = useNewWave(releases[0], waves);
  const release = releases.find(({ id }) => id === draft.releaseId) ?? releases[0];
  const others = wavesOf(waves, release);
  const take = (id: string): void => {
    const next = releases.find((one) => one.id === id) ?? release;
    const [countries, languages] = [next.countries.toSorted(), next.languages.toSorted()];
    set({ releaseId: id, rulesOf: wavesOf(waves, next)[0]?.id ?? "", countries, languages });
  };
  return (
    <form
      className="mo-card mo-setup__part mo-setup__form"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(release.study.id);
      }}
    >
      <Choice
        label={t("monitor.waves.release")}
        value={release.id}
        options={releases.map(({ id, number, study }) => ({
          value: id,
          label: t("monitor.setup.make.releaseOf", { study: study.title, number }),
        }))}
        onChange={take}
      />
      <Choice
        label={t("monitor.setup.make.mode")}
        value={draft.mode}
        options={(["test", "live"] as const).map((value) => ({
          value,
          label: t(`monitor.setup.make.${value}`),
        }))}
        onChange={(mode) => set({ mode: mode === "live" ? "live" : "test" })}
      />
      <Field label={t("monitor.setup.form.name")} value={draft.title} onChange={(title) => set({ title })} />
      <Field label={t("monitor.setup.make.code")} value={draft.code} onChange={(code) => set({ code })} />
      <Field
        label={t("monitor.setup.form.from")}
        type="date"
        value={draft.fieldFrom}
        onChange={(fieldFrom) => set({ fieldFrom })}
      />
      <Field
        label={t("monitor.setup.form.to")}
        type="date"
        value={draft.fieldTo}
        onChange={(fieldTo) => set({ fieldTo })}
      />
      <Boxes
        label={t("monitor.setup.want.countries")}
        offered={release.countries.toSorted()}
        chosen={draft.countries}
        nameOf={(code) => countryName(code, language)}
        onChange={(countries) => set({ countries })}
      />
      <Boxes
        label={t("monitor.waves.languages")}
        offered={release.languages.toSorted()}
        chosen={draft.languages}
        nameOf={(code) => languageName(code, language)}
        onChange={(languages) => set({ languages })}
      />
      <Choice
        label={t("monitor.setup.make.rulesOf")}
        value={draft.rulesOf}
        options={[
          ...others.map(({ id, title, code }) => ({ value: id, label: `${title} (${code})` })),
          { value: "", label: t("monitor.setup.make.noRules") },
        ]}
        onChange={(rulesOf) => set({ rulesOf })}
      />
      <p className="fl-soft mo-setup__wide">{t("monitor.setup.make.settled")}</p>
      {create.isError && (
        <div className="mo-setup__wide">
          <ProblemNote problem={problemOf(create.error)} onDismiss={create.reset} />
        </div>
      )}
      <button
        type="submit"
        className="fl-button mo-start"
        data-look="main"
        disabled={create.isPending || !isComplete(draft)}
      >
        {t("monitor.setup.make.create")}
      </button>
    </form>
  );
}
