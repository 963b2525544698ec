// What a change will do, sentence by sentence, and what the journal keeps of it.

import { useWording } from "@fieldline/wording";

interface ConsequencesProps {
  readonly sentences: readonly string[];
  /** What the journal keeps, where that is not the value before and after. */
  readonly journal?: string;
}

export function Consequences({ sentences, journal }: ConsequencesProps) {
  const { t } = useWording();
  return (
    <ul>
      {[...sentences, journal ?? t("monitor.change.journalled")].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
