// The component library in the colours and type of the shared tokens.

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The shared accent, light to dark; shade 8 is the accent itself and carries white text. */
const accent: MantineColorsTuple = [
  "#e8f3fb",
  "#d0e5f4",
  "#a3cbe7",
  "#7cc0ee",
  "#4f9acd",
  "#378dc6",
  "#2986c4",
  "#1b72a9",
  "#0b5a8c",
  "#08466e",
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: "accent",
  primaryShade: 8,
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  fontSizes: { xs: "14px", sm: "14px", md: "16px", lg: "20px", xl: "24px" },
  defaultRadius: "6px",
  focusRing: "always",
  respectReducedMotion: true,
});

const shared = {
  "--mantine-color-body": "var(--ground)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default-border": "var(--edge-strong)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-color": "var(--ink)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
