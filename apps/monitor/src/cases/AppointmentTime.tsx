// When the respondent is to be rung again: a day of the wave, then one of its free times, or a part of it.

import { ProblemNote } from "@fieldline/ui";
import { useWording, zoneName } from "@fieldline/wording";
import { NativeSelect } from "@mantine/core";
import { problemOf } from "../client.ts";
import { day } from "../format.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import type { Draft } from "./correction.ts";
import { FreeTimes } from "./FreeTimes.tsx";
import { NearestTime } from "./NearestTime.tsx";
import { endsAfter, freeTimes, nextFree, whyNone } from "./slots.ts";
import { daysLeft } from "./times.ts";
import { useSlots } from "./use-case.ts";

interface AppointmentTimeProps {
  readonly caseId: string;
  readonly kind: "exact" | "loose";
  readonly draft: Draft;
  readonly zone: string;
  readonly change: (next: Draft) => void;
}

export function AppointmentTime({ caseId, kind, draft, zone, change }: AppointmentTimeProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const slots = useSlots(caseId, draft.date);
  const found = slots.data;
  const times = found ? freeTimes(found, draft.date) : [];
  const none = found ? whyNone(found, draft.date) : null;
  const choose = { value: "", label: t("monitor.cases.correct.choose") };
  const take = (next: Partial<Draft>): void => change({ ...draft, ...next });
  return (
    <>
      <p className="fl-soft">{t("monitor.cases.correct.clock", { place: zoneName(t, zone) })}</p>
      <NativeSelect
        label={t("monitor.cases.correct.date")}
        value={draft.date}
        data={[choose, ...daysLeft(wave, zone).map((value) => ({ value, label: day(value, language) }))]}
        onChange={({ currentTarget }) => take({ date: currentTarget.value, from: "", to: "" })}
      />
      {slots.isError && <ProblemNote problem={problemOf(slots.error)} />}
      <div role="status" className="mo-slots__none">
        {none && <p>{t(`monitor.cases.correct.none.${none}`)}</p>}
        {none && found && <NearestTime nearest={nextFree(found, draft.date)} take={take} />}
      </div>
      {times.length > 0 && kind === "exact" && (
        <FreeTimes times={times} chosen={draft.from} choose={(from) => take({ from })} />
      )}
      {times.length > 0 && kind === "loose" && (
        <div className="mo-correct__pair">
          <NativeSelect
            label={t("monitor.cases.correct.from")}
            value={draft.from}
            data={[choose, ...times.map(({ time }) => time)]}
            onChange={({ currentTarget }) => take({ from: currentTarget.value, to: "" })}
          />
          <NativeSelect
            label={t("monitor.cases.correct.until")}
            value={draft.to}
            disabled={draft.from === ""}
            data={[choose, ...endsAfter(times, draft.from)]}
            onChange={({ currentTarget }) => take({ to: currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
