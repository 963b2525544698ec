// In which language the interview will be held, among those the interviewer speaks.

import type { CaseOnDesk } from "@fieldline/protocol";
import { languageName, useWording } from "@fieldline/wording";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export function LanguageChoice({ held }: { readonly held: CaseOnDesk }) {
  const seat = useSeat();
  const { interviewLanguage } = useSeatState();
  const { t, language } = useWording();
  return (
    <div className="co-row co-call__languages">
      <span className="fl-soft">{t("console.call.interviewLanguage")}</span>
      {held.languages.map((each) => (
        <ActionButton
          key={each}
          pressed={each === interviewLanguage}
          {...(each === interviewLanguage ? {} : { keyName: "l" })}
          onPress={() => seat.chooseLanguage(each)}
        >
          {languageName(each, language)}
        </ActionButton>
      ))}
    </div>
  );
}
