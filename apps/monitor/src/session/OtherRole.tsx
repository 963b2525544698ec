// For an interviewer who signs in here: one clear page, no data, and the way to the console.

import { useWording } from "@fieldline/wording";
import { Anchor, Stack, Text } from "@mantine/core";
import { PageTitle } from "../frame/PageTitle.tsx";
import { TopBar } from "../frame/TopBar.tsx";

export function OtherRole() {
  const { t } = useWording();
  return (
    <>
      <TopBar links={false} />
      <main id="content" className="mo-page">
        <Stack gap="sm" className="mo-narrow">
          <PageTitle>{t("monitor.otherRole.title")}</PageTitle>
          <Text>{t("monitor.otherRole.text")}</Text>
          <Anchor href="/">{t("monitor.otherRole.link")}</Anchor>
        </Stack>
      </main>
    </>
  );
}
