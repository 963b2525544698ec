// For a supervisor: exports hold answers, and why they are not shown here.

import { useWording } from "@fieldline/wording";
import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { PageTitle } from "../frame/PageTitle.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";

export function NoExports() {
  const { t } = useWording();
  const wave = useWaveHere();
  return (
    <main id="content" className="mo-page">
      <Stack gap="sm" className="mo-narrow">
        <PageTitle of={wave.title}>{t("monitor.notAllowed.title")}</PageTitle>
        <Text>{t("monitor.notAllowed.exports")}</Text>
        <Text>{t("monitor.notAllowed.next")}</Text>
        <Link to="/waves/$wave/interviews" params={{ wave: wave.id }}>
          {t("monitor.notAllowed.link")}
        </Link>
      </Stack>
    </main>
  );
}
