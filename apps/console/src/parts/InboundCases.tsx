// The cases of a caller's number, each with its key, or why it cannot be opened.

import { countryName, dayOfWeek, outcomeLabel, timeOfDay, useWording } from "@fieldline/wording";
import { keyAt } from "../outcome/steps.ts";
import type { InboundFound } from "../seat/inbound.ts";
import { useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { AppointmentWords } from "./AppointmentWords.tsx";

export interface InboundCasesProps {
  readonly cases: readonly InboundFound[];
  readonly zoneOf: (country: string) => string;
  readonly onTake: (found: InboundFound) => void;
}

export function InboundCases({ cases, zoneOf, onTake }: InboundCasesProps) {
  const { t, language } = useWording();
  const { doing } = useSeatState();
  return (
    <section className="co-found" aria-label={t("console.inbound.found", { count: cases.length })}>
      <h2>{t("console.inbound.found", { count: cases.length })}</h2>
      <ol>
        {cases.map((found, place) => (
          <li key={found.id}>
            <ActionButton
              keyName={keyAt(place)}
              disabled={!found.mayTake || doing !== null}
              onPress={() => onTake(found)}
            >
              {t("console.call.case", { reference: found.reference })}
            </ActionButton>
            <div>
              <p>
                <strong>{countryName(found.country, language)}</strong> · {t(stateWords(found))} ·{" "}
                <LastCall found={found} zone={zoneOf(found.country)} />
                {found.interviewOpen && ` · ${t("console.inbound.resumes")}`}
              </p>
              {found.appointment && (
                <p>
                  <AppointmentWords appointment={found.appointment} />
                </p>
              )}
              {!found.mayTake && <p className="co-found__why">{t(`console.inbound.why.${whyNot(found)}`)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const stateWords = ({ state }: InboundFound) =>
  state === "closed" ? "console.inbound.state.closed" : "console.inbound.state.open";

const whyNot = ({ state, onOtherDesk }: InboundFound) => {
  if (state === "closed") return "closed";
  return onOtherDesk ? "onOtherDesk" : "other";
};

function LastCall({ found, zone }: { readonly found: InboundFound; readonly zone: string }) {
  const { t, language } = useWording();
  const { finalCode, lastDisposition, lastAt } = found;
  if (lastDisposition === null || lastAt === null) return t("console.inbound.neverCalled");
  const at = Date.parse(lastAt);
  const outcome = outcomeLabel(t, lastDisposition);
  return (
    <>
      {outcome}
      {finalCode !== null && ` (${finalCode})`},{" "}
      <span className="co-number">
        {dayOfWeek(at, zone, language)} {timeOfDay(at, zone, language)}
      </span>
    </>
  );
}
