// What can be said of a person, whether new or there already.

import { type Skill, skills } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useId } from "react";
import { type DraftProps, toggled } from "./draft.ts";
import { LanguageFields } from "./LanguageFields.tsx";
import { ScopeFields } from "./ScopeFields.tsx";
import { Ticks } from "./Ticks.tsx";

export function UserFields({ draft, change, list }: DraftProps) {
  const { t } = useWording();
  const id = useId();
  const may = [...new Set([...list.roles, ...draft.roles])];
  return (
    <>
      <div className="fl-field">
        <label htmlFor={id}>{t("monitor.users.column.displayName")}</label>
        <input
          id={id}
          className="fl-input"
          autoComplete="off"
          maxLength={120}
          value={draft.displayName}
          onChange={({ target }) => change({ ...draft, displayName: target.value })}
        />
      </div>
      {may.length > 1 && (
        <Ticks
          legend={t("monitor.users.column.roles")}
          options={may.map((role) => ({ key: role, label: t(`monitor.users.role.${role}`) }))}
          ticked={(role) => draft.roles.some((one) => one === role)}
          tick={(role) =>
            change({
              ...draft,
              roles: may.filter((one) => (one === role) !== draft.roles.includes(one)),
            })
          }
        />
      )}
      <ScopeFields draft={draft} change={change} list={list} />
      <LanguageFields draft={draft} change={change} list={list} />
      <Ticks
        legend={t("monitor.users.column.skills")}
        options={skills.map((skill) => ({ key: skill, label: t(`monitor.users.skill.${skill}`) }))}
        ticked={(skill) => draft.skills.some((one) => one === skill)}
        tick={(skill) => change({ ...draft, skills: toggled(draft.skills, skill as Skill) })}
      />
    </>
  );
}
