// What a screen reader hears after each step: the question, then the answers with their keys.

import { useEffect, useState } from "react";
import type { OnScreen } from "../interview/on-screen.ts";

export interface AnnouncementProps {
  readonly screen: OnScreen | null;
  readonly language: string;
}

export function Announcement({ screen, language }: AnnouncementProps) {
  const words = wordsOf(screen);
  // Only what changes in a place that is there already is read out, so the first question comes after it, too.
  const [said, setSaid] = useState("");
  useEffect(() => setSaid(words), [words]);
  return (
    <div className="fl-visually-hidden" aria-live="polite" aria-atomic="true" lang={language}>
      {said}
    </div>
  );
}

function wordsOf(screen: OnScreen | null): string {
  if (!screen || screen.kind === "quotaCheck") return "";
  if (screen.kind === "end") return screen.question;
  const choices =
    screen.answers.kind === "choice"
      ? screen.answers.choices.map(({ typed, label }) => `${typed} ${label}`)
      : [];
  return [...screen.before, screen.question, choices.join("; ")].filter(Boolean).join(" ");
}
