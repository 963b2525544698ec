// Warns before the page is left while something is only in its memory; what is kept on the disk goes on by itself.

import { useEffect } from "react";
import { useOutbox } from "../use-seat.ts";

export function useLeaveWarning(): void {
  const { unkept, waiting, durable } = useOutbox();
  const wouldBeLost = unkept > 0 || (!durable && waiting > 0);
  useEffect(() => {
    if (!wouldBeLost) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [wouldBeLost]);
}
