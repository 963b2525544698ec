// Search, filter, download and print of the users.

import { roles, type UserBody } from "@fieldline/protocol";
import { countryName, languageName, useWording } from "@fieldline/wording";
import { NativeSelect, TextInput } from "@mantine/core";
import { csvForPeople } from "../tables/csv.ts";
import { download } from "../tables/download.ts";
import { occurring } from "../tables/occurring.ts";
import { TableKeys } from "../tables/TableKeys.tsx";
import { cellText, columnIds, countriesOf, type UserReader } from "./columns.ts";
import { standings, type UserView } from "./view.ts";

interface UserToolsProps {
  readonly users: readonly UserBody[];
  /** As they stand on the screen. */
  readonly shown: readonly UserBody[];
  readonly view: UserView;
  readonly look: (next: UserView) => void;
  readonly reader: UserReader;
}

export function UserTools({ users, shown, view, look, reader }: UserToolsProps) {
  const { t, language } = useWording();
  const anyOne = { value: "", label: t("monitor.interviews.all") };
  const only = (name: "role" | "country" | "language" | "standing" | "find", value: string): void => {
    const { [name]: _before, ...others } = view;
    look(value === "" ? others : { ...others, [name]: value });
  };
  const countries = occurring(users.flatMap(countriesOf), view.country);
  const spoken = occurring(
    users.flatMap((user) => user.languages.map((one) => one.language)),
    view.language,
  );
  const filters = [
    ["role", roles.map((value) => ({ value, label: t(`monitor.users.role.${value}`) }))],
    ["country", countries.map((value) => ({ value, label: countryName(value, language) }))],
    ["language", spoken.map((value) => ({ value, label: languageName(value, language) }))],
    ["standing", standings.map((value) => ({ value, label: t(`monitor.users.standing.${value}`) }))],
  ] as const;

  const save = (): void => {
    const header = columnIds.map((column) => t(`monitor.users.column.${column}`));
    const lines = shown.map((user) => columnIds.map((column) => cellText(user, column, reader)));
    download("users.csv", csvForPeople([header, ...lines]));
  };

  return (
    <div className="mo-tools mo-no-print">
      <TextInput
        type="search"
        label={t("monitor.users.find")}
        value={view.find ?? ""}
        onChange={({ currentTarget }) => only("find", currentTarget.value)}
      />
      {filters.map(([name, data]) => (
        <NativeSelect
          key={name}
          label={t(`monitor.users.filter.${name}`)}
          value={view[name] ?? ""}
          data={[anyOne, ...data]}
          onChange={({ currentTarget }) => only(name, currentTarget.value)}
        />
      ))}
      <TableKeys count={t("monitor.users.count", { count: shown.length })} save={save} />
    </div>
  );
}
