// What every page of the monitor stands in: words, theme, server data, addresses.

import { type I18n, WordingProvider } from "@fieldline/wording";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { queries } from "./client.ts";
import { createPages } from "./router.tsx";
import { cssVariables, theme } from "./theme.ts";

export function App({ wording }: { readonly wording: I18n }) {
  const [pages] = useState(createPages);
  return (
    <WordingProvider i18n={wording}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <RouterProvider router={pages} />
        </QueryClientProvider>
      </MantineProvider>
    </WordingProvider>
  );
}
