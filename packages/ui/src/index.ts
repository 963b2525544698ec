// Front door of the parts that both apps share. Styles: `@fieldline/ui/tokens.css` and `parts.css`.

export * from "./EmptyState.tsx";
export * from "./FieldClock.tsx";
export * from "./InsecureAddress.tsx";
export * from "./Key.tsx";
export * from "./LanguageSelect.tsx";
export * from "./Loading.tsx";
export * from "./OwnPassword.tsx";
export * from "./ProblemNote.tsx";
export * from "./SignIn.tsx";
export * from "./TestWaveBanner.tsx";
export * from "./use-ticking.ts";
