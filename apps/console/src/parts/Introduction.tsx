// What to say when somebody answers: the introduction, or the words to take up an interrupted interview again.

import { fill, readScript } from "@fieldline/instrument";
import type { CaseOnDesk } from "@fieldline/protocol";
import { Loading } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useEffect, useState } from "react";
import { answeringMachineScript, resumeScript } from "../interview/staff-scripts.ts";
import { useRelease, useValues } from "../screens/use-spoken.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { Instruction } from "./Instruction.tsx";

export function Introduction({ held, language }: { readonly held: CaseOnDesk; readonly language: string }) {
  const seat = useSeat();
  const { call } = useSeatState();
  const { t, language: staffLanguage } = useWording();
  const release = useRelease();
  const [unitsLeft, setUnitsLeft] = useState<number | null>(null);
  const values = useValues(release, held, language, unitsLeft);

  useEffect(() => {
    if (held.interviewId) void seat.unitsLeft(held.interviewId).then(setUnitsLeft);
  }, [seat, held.interviewId]);

  if (!release) return <Loading />;
  const { instrument } = release.release;
  const first = held.interviewId ? resumeScript : instrument.opening.intro;
  const script = call?.line === "machine" ? answeringMachineScript : first;
  const read = readScript(instrument, script, { language, country: held.country, staffLanguage });
  if (!read) return null;
  return (
    <>
      <h2 className="fl-visually-hidden">{t("console.call.introduction")}</h2>
      {read.instruction && <Instruction text={fill(read.instruction, values)} />}
      <p className="co-spoken co-spoken--script" lang={language}>
        {fill(read.read, values)}
      </p>
    </>
  );
}
