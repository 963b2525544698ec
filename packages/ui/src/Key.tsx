// A key as it is printed on the control it works.

import type { ReactNode } from "react";

/** Hidden from screen readers: the control itself names its key through `aria-keyshortcuts`. */
export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <span className="fl-key" aria-hidden="true">
      {children}
    </span>
  );
}
