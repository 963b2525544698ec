// Which language is needed: those of the wave that the interviewer does not speak first, then others by their name.

import { languageName, localeOf, useWording } from "@fieldline/wording";
import { languagesNeeded } from "../outcome/languages-needed.ts";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { waveOf } from "../seat/seat-state.ts";
import { useSeatState } from "../use-seat.ts";
import { ChoiceStep } from "./ChoiceStep.tsx";

export function LanguageStep({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { language } = useWording();
  const state = useSeatState();
  const own = state.me?.languages.map((spoken) => spoken.language) ?? [];
  const named = new Intl.Collator(localeOf(language));
  const nameOf = (code: string): string => languageName(code, language);
  const sorted = languagesNeeded({
    ofWave: waveOf(state)?.languages ?? [],
    own,
    compare: (one, other) => named.compare(nameOf(one), nameOf(other)),
  });
  const entries = sorted.map((code) => ({
    id: code,
    label: nameOf(code),
    pick: () => outcome.tell({ languageNeeded: code }),
  }));
  return <ChoiceStep outcome={outcome} entries={entries} />;
}
