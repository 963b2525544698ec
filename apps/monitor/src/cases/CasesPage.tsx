// Case search: a supervisor finds a record by its reference, by a number they were given, or by how it stands.

import { useWording } from "@fieldline/wording";
import { Group, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { AsOf } from "../frame/AsOf.tsx";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { CaseResults } from "./CaseResults.tsx";
import { SearchForm } from "./SearchForm.tsx";
import { useCaseSearch } from "./use-case-search.ts";
import type { CaseView } from "./view.ts";
import { WithdrawInterview } from "./WithdrawInterview.tsx";

export function CasesPage() {
  return useMay("case.read") ? <Cases /> : <NotWithThisRole page="cases" />;
}

function Cases() {
  const { t } = useWording();
  const wave = useWaveHere();
  const view = useSearch({ from: "/waves/$wave/cases" });
  const navigate = useNavigate({ from: "/waves/$wave/cases" });
  const [number, setNumber] = useState("");
  const cases = useCaseSearch(wave.id, view, number);
  const look = (search: CaseView): void => void navigate({ search, replace: true, resetScroll: false });
  const clear = (): void => {
    setNumber("");
    look({});
  };
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle of={wave.title}>{t("monitor.cases.title")}</PageTitle>
        {cases.data && <AsOf query={cases} />}
      </Group>
      <Text c="dimmed">{t("monitor.cases.note")}</Text>
      <SearchForm
        key={`${view.text ?? ""}\n${number}`}
        view={view}
        number={number}
        search={(next, wanted) => {
          setNumber(wanted);
          look(next);
        }}
      />
      <Settled query={cases}>
        {(list) => <CaseResults list={list} view={view} number={number} look={look} clear={clear} />}
      </Settled>
      <WithdrawInterview />
    </main>
  );
}
