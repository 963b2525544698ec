// An empty screen: what will appear here and how to get it.

import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
}

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <section className="fl-empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
