// When what is on the screen was true, and a button to look again.

import { useWording } from "@fieldline/wording";
import { Button, Group, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { clockTime } from "../format.ts";

export function AsOf({ query }: { readonly query: UseQueryResult<unknown, Error> }) {
  const { t, language } = useWording();
  return (
    <Group gap="sm" className="mo-no-print">
      <Text component="span" c="dimmed" size="sm">
        {t("monitor.asOf", { time: clockTime(query.dataUpdatedAt, language) })}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        disabled={query.isFetching}
        onClick={() => void query.refetch()}
      >
        {t("monitor.refresh")}
      </Button>
    </Group>
  );
}
