// For whom a case is pinned: one of the interviewers who could take it, or whoever is free next.

import { Loading, ProblemNote } from "@fieldline/ui";
import { languageName, useWording } from "@fieldline/wording";
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { problemOf } from "../client.ts";
import { Confirm } from "../frame/Confirm.tsx";
import { ConfirmKeys } from "../frame/ConfirmKeys.tsx";
import { useCandidates } from "./use-steering.ts";

interface PinForProps {
  readonly caseId: string;
  readonly busy: boolean;
  readonly onPin: (userId: string | null) => void;
  readonly onCancel: () => void;
}

export function PinFor({ caseId, busy, onPin, onCancel }: PinForProps) {
  const { t, language } = useWording();
  const [chosen, setChosen] = useState("");
  const candidates = useCandidates(caseId);
  return (
    <Confirm title={t("monitor.cases.steer.pin.title")} level={3}>
      <p>{t("monitor.cases.steer.pin.note")}</p>
      {candidates.isError && <ProblemNote problem={problemOf(candidates.error)} />}
      {candidates.isPending && <Loading />}
      {candidates.data && (
        <NativeSelect
          className="mo-start"
          label={t("monitor.cases.steer.pin.for")}
          value={chosen}
          data={[
            { value: "", label: t("monitor.cases.steer.pin.anybody") },
            ...candidates.data.interviewers.map(({ id, name, languages, onDesk }) => ({
              value: id,
              label: t(onDesk ? "monitor.cases.steer.pin.onDesk" : "monitor.cases.steer.pin.away", {
                name,
                languages: languages.map((one) => languageName(one, language)).join(", "),
              }),
            })),
          ]}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      <ConfirmKeys
        carryOut={candidates.data ? t("monitor.cases.steer.pin.carryOut") : null}
        busy={busy}
        onCarryOut={() => onPin(chosen || null)}
        onCancel={onCancel}
      />
    </Confirm>
  );
}
