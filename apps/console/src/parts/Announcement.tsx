// What a screen reader hears after each step: the question, then the answers with their keys.

import type { OnScreen } from "../interview/on-screen.ts";

export interface AnnouncementProps {
  readonly screen: OnScreen | null;
  readonly language: string;
}

export function Announcement({ screen, language }: AnnouncementProps) {
  const words =
    screen && screen.kind !== "quotaCheck"
      ? [...(screen.kind === "end" ? [] : screen.before), screen.question]
      : [];
  const choices =
    (screen?.kind === "question" || screen?.kind === "script") && screen.answers.kind === "choice"
      ? screen.answers.choices.map(({ typed, label }) => `${typed} ${label}`)
      : [];
  return (
    <div className="fl-visually-hidden" aria-live="polite" aria-atomic="true" lang={language}>
      {words.join(" ")} {choices.join("; ")}
    </div>
  );
}
