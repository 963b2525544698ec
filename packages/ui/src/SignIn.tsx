// Sign-in of both apps: name, password, language, whose installation this is, what to do when locked out.

import { type InterfaceLanguage, type ProblemLike, useWording } from "@fieldline/wording";
import { type FormEvent, useId, useState } from "react";
import { LanguageSelect } from "./LanguageSelect.tsx";
import { ProblemNote } from "./ProblemNote.tsx";

export interface SignInProps {
  /** How this installation is known: an institute, or the address of the page. */
  readonly installation: string;
  /** Loads and shows the chosen language at once. */
  readonly onLanguage: (language: InterfaceLanguage) => void;
  /** Resolves with the problem to show, or `null` once signed in. */
  readonly onSubmit: (entered: SignInEntered) => Promise<ProblemLike | null>;
  /** The session was lost with work still on the page. */
  readonly again?: boolean;
  /** Name to begin with: the user whose session was lost. */
  readonly name?: string;
}

export interface SignInEntered {
  readonly name: string;
  readonly password: string;
  readonly interfaceLanguage: InterfaceLanguage;
}

export function SignIn({ installation, onLanguage, onSubmit, again = false, name = "" }: SignInProps) {
  const { t, language } = useWording();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemLike | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const entered = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const refused = await onSubmit({
      name: String(entered.get("name") ?? "").trim(),
      password: String(entered.get("password") ?? ""),
      interfaceLanguage: language,
    });
    setProblem(refused);
    setBusy(false);
  };

  return (
    <main className="fl-sign-in">
      <div className="fl-sign-in__box">
        <header>
          <h1 className="fl-sign-in__brand">Fieldline</h1>
          <p className="fl-soft">{t("common.signIn.purpose")}</p>
          <p className="fl-soft fl-small">{t("common.signIn.installation", { host: installation })}</p>
        </header>
        {again && <p role="status">{t("common.signIn.again")}</p>}
        <form onSubmit={(event) => void submit(event)}>
          <div className="fl-field">
            <label htmlFor={`${id}-name`}>{t("common.signIn.name")}</label>
            <input
              id={`${id}-name`}
              className="fl-input"
              name="name"
              defaultValue={name}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              // biome-ignore lint/a11y/noAutofocus: the only thing to do on this screen is to type the name
              autoFocus
            />
          </div>
          <div className="fl-field">
            <label htmlFor={`${id}-password`}>{t("common.signIn.password")}</label>
            <input
              id={`${id}-password`}
              className="fl-input"
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          </div>
          <LanguageSelect label={t("common.signIn.language")} onLanguage={onLanguage} />
          {problem && <ProblemNote problem={problem} />}
          <button type="submit" className="fl-button" data-look="main" disabled={busy}>
            {t(busy ? "common.signIn.submitting" : "common.signIn.submit")}
          </button>
        </form>
        <footer className="fl-soft fl-small">
          <p>
            <strong>{t("common.signIn.lockedTitle")}</strong> {t("common.signIn.lockedText")}
          </p>
        </footer>
      </div>
    </main>
  );
}
