// The desks as the view arranges them, alerts above; or a word on why there is nothing.

import type { DeskRow } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { AlertList } from "./AlertList.tsx";
import { arranged, matching } from "./arrange.ts";
import { FloorTable } from "./FloorTable.tsx";
import { FloorTools } from "./FloorTools.tsx";
import { mediansOf, useStandings } from "./use-standings.ts";
import type { FloorView } from "./view.ts";

export function Desks({ desks }: { readonly desks: readonly DeskRow[] }) {
  const { t, language } = useWording();
  const countries = useStandings(useWaveHere().id);
  const medians = useMemo(() => mediansOf(countries), [countries]);
  const view = useSearch({ from: "/waves/$wave/floor" });
  const navigate = useNavigate({ from: "/waves/$wave/floor" });
  const look = (search: FloorView): void => void navigate({ search, replace: true, resetScroll: false });
  const reader = useMemo(() => ({ t, language }), [t, language]);
  const shown = useMemo(() => arranged(matching(desks, view), view, reader), [desks, view, reader]);
  const parts = { medians, view, look, reader };
  const alerts = (
    <div className="mo-strip">
      <AlertList desks={desks} countries={countries} />
    </div>
  );
  if (desks.length === 0) {
    return (
      <>
        {alerts}
        <EmptyState title={t("monitor.floor.emptyTitle")}>
          <p>{t("monitor.floor.emptyText")}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {alerts}
      <FloorTools shown={shown} {...parts} />
      {shown.length === 0 ? (
        <EmptyState title={t("monitor.floor.noMatchTitle")}>
          <p>{t("monitor.floor.noMatchText")}</p>
          <Button variant="default" onClick={() => look({})}>
            {t("monitor.interviews.clear")}
          </Button>
        </EmptyState>
      ) : (
        <FloorTable desks={shown} {...parts} />
      )}
      <Text c="dimmed" size="sm">
        {t("monitor.floor.note")}
      </Text>
    </>
  );
}
