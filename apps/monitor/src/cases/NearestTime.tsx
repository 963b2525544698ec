// A free time near the one that will not do, to take it with one press.

import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { day } from "../format.ts";
import type { Draft } from "./correction.ts";

interface NearestTimeProps {
  readonly nearest: { readonly date: string; readonly time: string } | null;
  readonly take: (next: Pick<Draft, "date" | "from" | "to">) => void;
}

export function NearestTime({ nearest, take }: NearestTimeProps) {
  const { t, language } = useWording();
  if (!nearest) return null;
  const { date, time } = nearest;
  return (
    <Button variant="default" onClick={() => take({ date, from: time, to: "" })}>
      {t("monitor.cases.correct.nearest", { date: day(date, language), time })}
    </Button>
  );
}
