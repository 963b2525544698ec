// Completes that found no place: kept, not counted, for a supervisor to know of.

import { useWording } from "@fieldline/wording";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { InterviewListPage } from "../interviews/InterviewListPage.tsx";
import { overQuotaInterviews } from "../interviews/list.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { useOverQuota } from "./use-over-quota.ts";

export function OverQuotaPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const view = useSearch({ from: "/waves/$wave/over-quota" });
  const navigate = useNavigate({ from: "/waves/$wave/over-quota" });
  return (
    <InterviewListPage
      list={overQuotaInterviews}
      interviews={useOverQuota(wave.id)}
      view={view}
      look={(search) => void navigate({ search, replace: true, resetScroll: false })}
      note={t("monitor.overQuota.text")}
    />
  );
}
