// Starts the console: theme, interface language, then the desk.

import "@fieldline/ui/tokens.css";
import "@fieldline/ui/parts.css";
import "./styles/frame.css";
import "./styles/desk.css";
import "./styles/call.css";
import "./styles/interview.css";
import { createI18n, preferredLanguage, WordingProvider } from "@fieldline/wording";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createSeat } from "./seat/seat.ts";
import { applyTheme, readSetting } from "./settings.ts";
import { SeatContext } from "./use-seat.ts";

applyTheme(readSetting("theme"));

const language = preferredLanguage([readSetting("language") ?? "", ...navigator.languages]);
const wording = await createI18n(language, ["console"]);
document.documentElement.lang = language;
const seat = createSeat();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place for the console");
createRoot(root).render(
  <StrictMode>
    <WordingProvider i18n={wording}>
      <SeatContext value={seat}>
        <App wording={wording} />
      </SeatContext>
    </WordingProvider>
  </StrictMode>,
);

void seat.arrive();
