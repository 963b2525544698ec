// An address that leads nowhere, or to something this person may not see.

import { useWording } from "@fieldline/wording";
import { Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { PageTitle } from "./PageTitle.tsx";

export function NotFound() {
  const { t } = useWording();
  return (
    <main id="content" className="mo-page">
      <Stack gap="sm" className="mo-narrow">
        <PageTitle>{t("monitor.notFound.title")}</PageTitle>
        <Text>{t("monitor.notFound.text")}</Text>
        <Link to="/">{t("monitor.notFound.link")}</Link>
      </Stack>
    </main>
  );
}
