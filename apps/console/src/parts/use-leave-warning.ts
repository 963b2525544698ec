// Warns before the page is left while answers have not been sent: they are only here.

import type { OperationQueue } from "@fieldline/client";
import { useEffect } from "react";

/** `null` where there is nothing to send. */
export function useLeaveWarning(queue: OperationQueue | null): void {
  useEffect(() => {
    if (!queue) return;
    const warn = (event: BeforeUnloadEvent): void => {
      if (queue.unsent() > 0) event.preventDefault();
    };
    const hurry = (): void => queue.hurry();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", hurry);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", hurry);
    };
  }, [queue]);
}
