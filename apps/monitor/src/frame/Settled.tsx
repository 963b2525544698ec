// What a page shows while it asks, when it was refused, and once it has an answer; old answers say since when.

import { Loading, ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../client.ts";
import { clockTime } from "../format.ts";

interface SettledProps<Value> {
  readonly query: UseQueryResult<Value, Error>;
  readonly children: (value: Value) => ReactNode;
}

export function Settled<Value>({ query, children }: SettledProps<Value>) {
  const { t, language } = useWording();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <p role="status" className="mo-stale">
            {t("monitor.stale", { time: clockTime(query.dataUpdatedAt, language) })}
          </p>
        )}
        {children(query.data)}
      </>
    );
  }
  if (!query.isError) return <Loading />;
  return (
    <Stack align="start" className="mo-page">
      <ProblemNote problem={problemOf(query.error)} />
      <Button onClick={() => void query.refetch()}>{t("common.retry")}</Button>
    </Stack>
  );
}
