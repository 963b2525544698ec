// The interviewer's shift: at work or on a break, since when, and the keys that change it.

import type { Shift as ShiftBody } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { duration, useWording } from "@fieldline/wording";
import { commandOf, deskKeys } from "../keys/commands.ts";
import { useKeys } from "../keys/use-keys.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { clockTime } from "./clock-time.ts";

export function Shift() {
  const seat = useSeat();
  const { shift, doing } = useSeatState();
  const { t, language } = useWording();
  const now = useTicking(seat.now);
  const idle = doing === null;

  const startOrEnd = (): void => void seat.changeShift(shift ? "end" : "start");
  const pauseOrBack = (): void => {
    if (shift) void seat.changeShift(shift.breakSince ? "breakEnd" : "breakStart");
  };
  useKeys((intent) => {
    if (!idle || intent.kind !== "letter") return false;
    const command = commandOf(deskKeys, intent.letter);
    if (command === "shift") return startOrEnd();
    if (command === "pause" && shift) return pauseOrBack();
    return false;
  });

  const state = stateOf(shift);
  const since = shift && Date.parse(shift.breakSince ?? shift.startedAt);
  return (
    <section className="fl-panel co-shift" data-shift={state} aria-labelledby="desk-shift">
      <h2 id="desk-shift">{t("console.shift.title")}</h2>
      <div className="co-row">
        <p role="status">
          {since === null
            ? t("console.shift.off")
            : t(`console.shift.${state === "break" ? "break" : "atWork"}`, {
                time: clockTime(since, language),
              })}
        </p>
        {state === "break" && since !== null && (
          <span className="co-number fl-soft" aria-hidden="true">
            {duration(Math.max(0, now - since))}
          </span>
        )}
      </div>
      <div className="co-row">
        {shift && (
          <ActionButton keyName={deskKeys.pause} disabled={!idle} onPress={pauseOrBack}>
            {t(shift.breakSince ? "console.shift.breakEnd" : "console.shift.breakStart")}
          </ActionButton>
        )}
        <ActionButton keyName={deskKeys.shift} disabled={!idle} onPress={startOrEnd}>
          {t(shift ? "console.shift.end" : "console.shift.start")}
        </ActionButton>
      </div>
      {state !== "atWork" && <p className="fl-soft fl-small">{t(`console.shift.${state}Hint`)}</p>}
    </section>
  );
}

const stateOf = (shift: ShiftBody | null): "off" | "break" | "atWork" =>
  shift === null ? "off" : shift.breakSince ? "break" : "atWork";
