// What to search for: reference and number are sent with Enter, what is chosen from a list at once.

import { dispositions } from "@fieldline/calling";
import { caseStates } from "@fieldline/protocol";
import { countryName, outcomeLabel, useWording } from "@fieldline/wording";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { type CaseView, fromTheFirst } from "./view.ts";

interface SearchFormProps {
  readonly view: CaseView;
  readonly number: string;
  readonly search: (view: CaseView, number: string) => void;
}

/** Every code a case can end with. */
const finalCodes = [
  ...new Set(dispositions.flatMap(({ aaporCode, endOfFieldCode }) => [aaporCode, endOfFieldCode])),
].toSorted();

export function SearchForm({ view, number, search }: SearchFormProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const [text, setText] = useState(view.text ?? "");
  const [wanted, setWanted] = useState(number);
  const any = { value: "", label: t("monitor.interviews.all") };

  const send = (changed: Partial<Record<keyof CaseView, string>> = {}): void => {
    const { text: _before, ...others } = fromTheFirst(view);
    const next = { ...others, ...(text.trim() ? { text: text.trim() } : {}), ...changed };
    search(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== "")) as CaseView,
      wanted.trim(),
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };

  return (
    <search className="mo-no-print">
      <form className="mo-tools mo-cases__form" onSubmit={submit} aria-label={t("monitor.cases.title")}>
        <TextInput
          label={t("monitor.cases.reference")}
          value={text}
          autoComplete="off"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <TextInput
          type="tel"
          label={t("monitor.cases.number")}
          value={wanted}
          autoComplete="off"
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <NativeSelect
          label={t("monitor.cases.column.state")}
          value={view.state ?? ""}
          data={[any, ...caseStates.map((value) => ({ value, label: t(`monitor.cases.state.${value}`) }))]}
          onChange={({ currentTarget }) => send({ state: currentTarget.value })}
        />
        <NativeSelect
          label={t("monitor.interviews.country")}
          value={view.country ?? ""}
          data={[
            any,
            ...wave.countries.map(({ code }) => ({ value: code, label: countryName(code, language) })),
          ]}
          onChange={({ currentTarget }) => send({ country: currentTarget.value })}
        />
        <NativeSelect
          label={t("monitor.cases.column.disposition")}
          value={view.disposition ?? ""}
          data={[any, ...dispositions.map(({ key }) => ({ value: key, label: outcomeLabel(t, key) }))]}
          onChange={({ currentTarget }) => send({ disposition: currentTarget.value })}
        />
        <NativeSelect
          label={t("monitor.cases.column.finalCode")}
          value={view.finalCode ?? ""}
          data={[any, ...finalCodes.map((value) => ({ value, label: value }))]}
          onChange={({ currentTarget }) => send({ finalCode: currentTarget.value })}
        />
        <Button type="submit">{t("monitor.cases.search")}</Button>
      </form>
    </search>
  );
}
