// Filter, number of rows, download and print of the table of interviews.

import { type InterviewRow, interviewStatuses } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { NativeSelect } from "@mantine/core";
import { occurring } from "../tables/occurring.ts";
import { TableKeys } from "../tables/TableKeys.tsx";
import { saveWaveFile } from "../tables/wave-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { defaultSize } from "./arrange.ts";
import { fileText, type Reader } from "./columns.ts";
import type { InterviewList } from "./list.ts";
import { pageSizes, type View } from "./view.ts";

interface InterviewToolsProps {
  readonly list: InterviewList;
  readonly all: readonly InterviewRow[];
  readonly matching: readonly InterviewRow[];
  readonly view: View;
  readonly look: (next: View) => void;
  readonly reader: Reader;
}

export function InterviewTools({ list, all, matching, view, look, reader }: InterviewToolsProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const { status, country, page: _fromTheFirst, ...kept } = view;
  const seenStatuses = occurring(
    all.map((row) => row.status),
    status,
  );
  const seenCountries = occurring(
    all.map((row) => row.country),
    country,
  );
  const choose = (chosen: Pick<View, "status" | "country">): void => look({ ...kept, ...chosen });
  const anyOne = { value: "", label: t("monitor.interviews.all") };

  const save = (): void => {
    const header = list.columns.map((column) => t(`monitor.interviews.column.${column}`));
    const lines = matching.map((row) => list.columns.map((column) => fileText(row, column, reader)));
    saveWaveFile({ wave, name: list.file, header, lines }, t, language);
  };

  return (
    <div className="mo-tools mo-no-print">
      {list.byStatus && (
        <NativeSelect
          label={t("monitor.interviews.status")}
          value={status ?? ""}
          data={[
            anyOne,
            ...interviewStatuses
              .filter((one) => seenStatuses.includes(one))
              .map((value) => ({ value, label: t(`monitor.interviews.statuses.${value}`) })),
          ]}
          onChange={({ currentTarget }) => {
            const chosen = interviewStatuses.find((one) => one === currentTarget.value);
            choose({ ...(chosen ? { status: chosen } : {}), ...(country ? { country } : {}) });
          }}
        />
      )}
      <NativeSelect
        label={t("monitor.interviews.country")}
        value={country ?? ""}
        data={[anyOne, ...seenCountries.map((value) => ({ value, label: countryName(value, language) }))]}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value;
          choose({ ...(status ? { status } : {}), ...(chosen ? { country: chosen } : {}) });
        }}
      />
      <NativeSelect
        label={t("monitor.interviews.perPage")}
        value={String(view.size ?? defaultSize)}
        data={pageSizes.map(String)}
        onChange={({ currentTarget }) => {
          const { page: _first, ...rest } = view;
          look({ ...rest, size: Number(currentTarget.value) });
        }}
      />
      <TableKeys count={t("monitor.waves.interviews", { count: matching.length })} save={save} />
    </div>
  );
}
