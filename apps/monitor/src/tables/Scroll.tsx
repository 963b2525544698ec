// What may be wider than the page, such as a table: it scrolls by itself, by keyboard too.

import type { ReactNode } from "react";

interface ScrollProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function Scroll({ label, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="mo-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
