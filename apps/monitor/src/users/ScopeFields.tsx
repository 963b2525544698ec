// The countries of each study that a person may see and work in.

import type { UserBody } from "@fieldline/protocol";
import { countryName, useWording } from "@fieldline/wording";
import { type DraftProps, toggled } from "./draft.ts";
import { Ticks } from "./Ticks.tsx";

type Scope = UserBody["scopes"][number];
const same = (a: Scope, b: Scope): boolean => a.studyId === b.studyId && a.country === b.country;

export function ScopeFields({ draft, change, list: { studies } }: DraftProps) {
  const { t, language } = useWording();
  return studies.map(({ id, title, countries }) => {
    const own = draft.scopes.filter(({ studyId }) => studyId === id).map(({ country }) => country);
    const all = [...new Set([...countries, ...own])];
    return (
      <Ticks
        key={id}
        legend={t("monitor.users.scopesOf", { study: title })}
        options={all.map((country) => ({ key: country, label: countryName(country, language) }))}
        ticked={(country) => own.includes(country)}
        tick={(country) =>
          change({ ...draft, scopes: toggled(draft.scopes, { studyId: id, country }, same) })
        }
      />
    );
  });
}
