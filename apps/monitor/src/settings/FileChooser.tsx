// Chooses a file and brings it in; says beforehand which columns it must have.

import { mostImportedRows } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { type FormEvent, useId, useRef, useState } from "react";
import { number } from "../format.ts";
import type { FileToBring } from "./use-import.ts";

interface FileChooserProps {
  readonly columns: string;
  readonly busy: boolean;
  readonly bring: (file: FileToBring) => void;
}

export function FileChooser({ columns, busy, bring }: FileChooserProps) {
  const { t, language } = useWording();
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!file) return;
    bring({ source: file.name.slice(0, 200), file });
    setFile(null);
    if (input.current) input.current.value = "";
  };
  return (
    <form className="mo-setup__row" onSubmit={submit}>
      <div className="fl-field">
        <span id={`${id}-label`}>{t("monitor.setup.files.choose")}</span>
        <label className="mo-file">
          <span className="fl-button">{t("monitor.setup.files.pick")}</span>
          <span className="mo-file__name">{file?.name ?? t("monitor.setup.files.unpicked")}</span>
          <input
            ref={input}
            className="fl-visually-hidden"
            type="file"
            accept=".csv,text/csv"
            aria-describedby={`${id}-label ${id}-hint`}
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        </label>
      </div>
      <button type="submit" className="fl-button" disabled={busy || file === null}>
        {t(busy ? "monitor.setup.files.bringing" : "monitor.setup.files.bring")}
      </button>
      <p id={`${id}-hint`} className="fl-soft mo-setup__wide">
        {t("monitor.setup.files.columns", { columns })}.{" "}
        {t("monitor.setup.files.most", { most: number(mostImportedRows, language) })}
      </p>
    </form>
  );
}
