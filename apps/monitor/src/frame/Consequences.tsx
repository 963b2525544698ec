// What a change will do, sentence by sentence, and that the journal keeps it.

import { useWording } from "@fieldline/wording";

export function Consequences({ sentences }: { readonly sentences: readonly string[] }) {
  const { t } = useWording();
  return (
    <ul>
      {[...sentences, t("monitor.change.journalled")].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
