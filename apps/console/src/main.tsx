// Starts the console: theme, interface language, then the desk.

import "@fieldline/ui/tokens.css";
import "@fieldline/ui/parts.css";
import "./styles/frame.css";
import "./styles/desk.css";
import "./styles/call.css";
import "./styles/pad.css";
import "./styles/call-layout.css";
import "./styles/interview.css";
import "./styles/interview-layout.css";
import "./styles/slots.css";
import "./styles/mail.css";
import "./styles/safety.css";
import { InsecureAddress } from "@fieldline/ui";
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

const place = document.getElementById("root");
if (!place) throw new Error("The page has no place for the console");
const root = createRoot(place);

if (isSecureContext) {
  const seat = createSeat();
  root.render(
    <StrictMode>
      <WordingProvider i18n={wording}>
        <SeatContext value={seat}>
          <App wording={wording} />
        </SeatContext>
      </WordingProvider>
    </StrictMode>,
  );
  void seat.arrive();
} else {
  root.render(
    <WordingProvider i18n={wording}>
      <InsecureAddress />
    </WordingProvider>,
  );
}
