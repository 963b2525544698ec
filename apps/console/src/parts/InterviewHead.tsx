// Where the interview stands: country, language, unit n of m, length, how safe the answers are.

import { routeProgress } from "@fieldline/interview";
import { useTicking } from "@fieldline/ui";
import { countryName, duration, languageName, useWording } from "@fieldline/wording";
import { useCallback } from "react";
import type { LiveInterview, Snapshot } from "../interview/live-interview.ts";
import { sittingSince } from "../interview/previous.ts";
import { useSeat } from "../use-seat.ts";
import { SaveBadge } from "./SaveBadge.tsx";

export interface InterviewHeadProps {
  readonly interview: LiveInterview;
  readonly snapshot: Snapshot;
}

export function InterviewHead({ interview, snapshot }: InterviewHeadProps) {
  const seat = useSeat();
  const { t, language } = useWording();
  const { state, operations } = snapshot;
  const { unit, of } = routeProgress(interview.compiled, state);
  const since = sittingSince(operations);
  const length = useTicking(useCallback(() => seat.now() - since, [seat, since]));
  return (
    <header className="co-head">
      <span className="co-head__where">
        <strong>{countryName(state.country, language)}</strong> · {languageName(state.language, language)}
      </span>
      <span className="co-head__progress">
        {unit === 0
          ? t("console.interview.opening")
          : t("console.interview.unit", { number: unit, total: of })}
        <progress
          value={unit}
          max={Math.max(1, of)}
          aria-label={t("console.interview.unit", { number: unit, total: of })}
        />
        {state.cursor !== null && (
          <em className="co-mark" role="status">
            ↩ {t("console.interview.backHere")}
          </em>
        )}
      </span>
      <span className="co-number">
        <span className="fl-visually-hidden">{t("console.interview.length")} </span>
        {duration(length)}
      </span>
      <SaveBadge />
    </header>
  );
}
