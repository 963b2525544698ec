// One case as the honest record of how it was worked.

import { useWording } from "@fieldline/wording";
import { Button, Group, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { problemOf } from "../client.ts";
import { AsOf } from "../frame/AsOf.tsx";
import { NotFound } from "../frame/NotFound.tsx";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { AppointmentTable } from "./AppointmentTable.tsx";
import { AttemptTable } from "./AttemptTable.tsx";
import { BranchTable } from "./BranchTable.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { CaseNotes } from "./CaseNotes.tsx";
import { InterviewOutline } from "./InterviewOutline.tsx";
import { JournalTable } from "./JournalTable.tsx";
import { SteerCase } from "./SteerCase.tsx";
import { useCase } from "./use-case.ts";

export function CasePage() {
  const { case: id } = useParams({ from: "/waves/$wave/cases/$case" });
  return useMay("case.read") ? <OneCase key={id} id={id} /> : <NotWithThisRole page="cases" />;
}

/** An address that is no id at all is refused as such by the server; for who looks there, nothing is there either. */
const nothingThere: ReadonlySet<string> = new Set(["access.notFound", "request.invalid"]);

function OneCase({ id }: { readonly id: string }) {
  const { t } = useWording();
  const wave = useWaveHere();
  const page = useCase(id);
  if (page.isError && nothingThere.has(problemOf(page.error).code)) return <NotFound />;
  if (page.data && page.data.waveId !== wave.id) return <NotFound />;
  const title = page.data
    ? t("monitor.cases.caseOf", { reference: page.data.reference })
    : t("monitor.cases.case");
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle of={wave.title}>{title}</PageTitle>
        <Group gap="sm" className="mo-no-print">
          {page.data && <AsOf query={page} />}
          <Button variant="default" size="compact-sm" onClick={() => window.print()}>
            {t("monitor.interviews.print")}
          </Button>
          <Link to="/waves/$wave/cases" params={{ wave: wave.id }}>
            {t("monitor.cases.back")}
          </Link>
        </Group>
      </Group>
      <Text c="dimmed">{t("monitor.cases.pageNote")}</Text>
      <Settled query={page}>
        {(found) => (
          <>
            <CaseFacts page={found} />
            <SteerCase page={found} />
            <AttemptTable page={found} />
            <AppointmentTable page={found} />
            <InterviewOutline page={found} />
            <BranchTable page={found} />
            <CaseNotes caseId={id} />
            <JournalTable page={found} />
          </>
        )}
      </Settled>
    </main>
  );
}
