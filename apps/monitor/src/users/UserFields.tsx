// What can be said of a person, whether new or there already.

import { skills } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useId } from "react";
import { Boxes } from "../frame/Boxes.tsx";
import type { DraftProps } from "./draft.ts";
import { LanguageFields } from "./LanguageFields.tsx";
import { ScopeFields } from "./ScopeFields.tsx";

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
        <Boxes
          label={t("monitor.users.column.roles")}
          offered={may}
          chosen={draft.roles}
          nameOf={(role) => t(`monitor.users.role.${role}`)}
          onChange={(roles) => change({ ...draft, roles })}
        />
      )}
      <ScopeFields draft={draft} change={change} list={list} />
      <LanguageFields draft={draft} change={change} list={list} />
      <Boxes
        label={t("monitor.users.column.skills")}
        offered={skills}
        chosen={draft.skills}
        nameOf={(skill) => t(`monitor.users.skill.${skill}`)}
        onChange={(held) => change({ ...draft, skills: held })}
      />
    </>
  );
}
