// Appointments of a quarter of an hour against interviewers: one mark each, and the same in words.

import { useWording } from "@fieldline/wording";
import type { LoadRow } from "./load-rows.ts";

/** Marks that are still told apart at a glance. */
const atMost = 20;

export function LoadBar({ of }: { readonly of: LoadRow }) {
  const { t } = useWording();
  const { exact, loose, interviewers, overBooked } = of;
  const appointments = exact + loose;
  const marks = Array.from({ length: Math.min(atMost, Math.max(appointments, interviewers)) }, (_, i) =>
    i >= appointments ? "free" : i >= interviewers ? "over" : "taken",
  );
  return (
    <span className="mo-queue__against">
      <span aria-hidden="true" className="mo-queue__marks">
        {marks.map((mark, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks are nothing but their place
          <span key={i} data-mark={mark} />
        ))}
      </span>
      <span className={overBooked ? "mo-queue__still" : undefined}>
        {t(overBooked ? "monitor.queue.load.overBooked" : "monitor.queue.load.fits", {
          appointments,
          interviewers,
        })}
      </span>
    </span>
  );
}
