// Filter, search, download and print of the floor.

import { type DeskRow, deskStates } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { NativeSelect, TextInput } from "@mantine/core";
import { useContext } from "react";
import { TableKeys } from "../tables/TableKeys.tsx";
import { saveWaveFile } from "../tables/wave-file.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import type { FloorReader } from "./columns.ts";
import { fileColumns, fileText } from "./file-columns.ts";
import { MachineTimeHere, machineNow } from "./machine-time.ts";
import type { FloorView } from "./view.ts";

interface FloorToolsProps {
  /** As they stand on the screen. */
  readonly shown: readonly DeskRow[];
  readonly medians: ReadonlyMap<string, number>;
  readonly view: FloorView;
  readonly look: (next: FloorView) => void;
  readonly reader: FloorReader;
}

/** Where the head of a narrow column may be broken. */
const softHyphen = "\u00AD";

export function FloorTools({ shown, medians, view, look, reader }: FloorToolsProps) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const time = useContext(MachineTimeHere);
  const { state, country, find, ...order } = view;
  const chosen = { ...(state && { state }), ...(country && { country }), ...(find && { find }) };
  const anyOne = { value: "", label: t("monitor.interviews.all") };
  const only = (name: keyof typeof chosen, value: FloorView[typeof name] | ""): void => {
    const { [name]: _before, ...others } = chosen;
    look({ ...order, ...others, ...(value ? { [name]: value } : {}) });
  };

  const save = (): void => {
    const now = machineNow(time);
    const asOf = new Date(now).toISOString();
    const header = fileColumns.map((column) =>
      t(`monitor.floor.column.${column}`).replaceAll(softHyphen, ""),
    );
    const lines = shown.map((desk) => {
      const medianMinutes = medians.get(desk.country ?? "") ?? null;
      return fileColumns.map((column) => fileText(desk, column, { now, medianMinutes }, reader));
    });
    saveWaveFile({ wave, name: "floor", asOf, header, lines }, t, language);
  };

  return (
    <div className="mo-tools mo-no-print">
      <NativeSelect
        label={t("monitor.floor.column.state")}
        value={state ?? ""}
        data={[anyOne, ...deskStates.map((value) => ({ value, label: t(`monitor.floor.state.${value}`) }))]}
        onChange={({ currentTarget }) =>
          only("state", deskStates.find((one) => one === currentTarget.value) ?? "")
        }
      />
      <NativeSelect
        label={t("monitor.interviews.country")}
        value={country ?? ""}
        data={[
          anyOne,
          ...wave.countries.map(({ code }) => ({ value: code, label: countryName(code, language) })),
        ]}
        onChange={({ currentTarget }) => only("country", currentTarget.value)}
      />
      <TextInput
        type="search"
        label={t("monitor.floor.find")}
        value={find ?? ""}
        onChange={({ currentTarget }) => only("find", currentTarget.value)}
      />
      <TableKeys count={t("monitor.floor.desks", { count: shown.length })} save={save} />
    </div>
  );
}
