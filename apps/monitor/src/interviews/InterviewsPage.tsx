// Interviews of a wave: who, where, when, how they ended. No answers.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { InterviewListPage } from "./InterviewListPage.tsx";
import { allInterviews } from "./list.ts";
import { useInterviews } from "./use-interviews.ts";

export function InterviewsPage() {
  const wave = useWaveHere();
  const view = useSearch({ from: "/waves/$wave/interviews" });
  const navigate = useNavigate({ from: "/waves/$wave/interviews" });
  return (
    <InterviewListPage
      list={allInterviews}
      interviews={useInterviews(wave.id)}
      view={view}
      look={(search) => void navigate({ search, replace: true, resetScroll: false })}
    />
  );
}
