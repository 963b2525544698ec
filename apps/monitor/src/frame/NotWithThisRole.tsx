// A page this role may not see: why, and where one can go instead.

import { useWording } from "@fieldline/wording";
import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { PageTitle } from "./PageTitle.tsx";

type Page = "cases" | "exports" | "floor" | "queue" | "rules" | "settings";

export function NotWithThisRole({ page }: { readonly page: Page }) {
  const { t } = useWording();
  const wave = useWaveHere();
  return (
    <main id="content" className="mo-page">
      <Stack gap="sm" className="mo-narrow">
        <PageTitle of={wave.title}>{t("monitor.notAllowed.title")}</PageTitle>
        <Text>{t(`monitor.notAllowed.${page}`)}</Text>
        <Text>{t("monitor.notAllowed.next")}</Text>
        <Link to="/waves/$wave/interviews" params={{ wave: wave.id }}>
          {t("monitor.notAllowed.link")}
        </Link>
      </Stack>
    </main>
  );
}
