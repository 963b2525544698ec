// The time on the wall, for clocks and counters on a screen.

import { useEffect, useState } from "react";

/** `read()` now, and again every `everyMs`, so that whatever shows it stays true. */
export function useTicking(read: () => number, everyMs = 1_000): number {
  const [value, setValue] = useState(read);
  useEffect(() => {
    setValue(read());
    const timer = setInterval(() => setValue(read()), everyMs);
    return () => clearInterval(timer);
  }, [read, everyMs]);
  return value;
}
