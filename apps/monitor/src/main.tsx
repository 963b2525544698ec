// Starts the monitor: the interface's words first, then the page.

import { InsecureAddress } from "@fieldline/ui";
import { createI18n, preferredLanguage, WordingProvider } from "@fieldline/wording";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { keptLanguage } from "./session/kept-language.ts";
import "@mantine/core/styles.css";
import "@fieldline/ui/tokens.css";
import "@fieldline/ui/parts.css";
import "./monitor.css";
import "./frame/boxes.css";
import "./frame/over.css";
import "./tables/tables.css";
import "./quotas/quotas.css";
import "./wall/wall.css";
import "./wall/strip.css";
import "./country/country.css";
import "./floor/floor.css";
import "./messages/messages.css";
import "./cases/cases.css";
import "./queue/queue.css";
import "./users/users.css";
import "./rules/rules.css";
import "./settings/settings.css";
import "./print.css";

const root = document.getElementById("root");
if (root) {
  const language = keptLanguage() ?? preferredLanguage(navigator.languages);
  const wording = await createI18n(language, ["monitor"]);
  createRoot(root).render(
    isSecureContext ? (
      <StrictMode>
        <App wording={wording} />
      </StrictMode>
    ) : (
      <WordingProvider i18n={wording}>
        <InsecureAddress />
      </WordingProvider>
    ),
  );
}
