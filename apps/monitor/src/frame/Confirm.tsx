// Says what will happen before it happens; the focus goes there, so that it is heard first.

import { type ReactNode, useEffect, useId, useRef } from "react";

interface ConfirmProps {
  readonly title: string;
  /** Of the heading, one below the heading it stands under. */
  readonly level: 3 | 4;
  readonly children: ReactNode;
}

export function Confirm({ title, level, children }: ConfirmProps) {
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const Heading = `h${level}` as const;
  useEffect(() => panel.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes the focus, so that its words are heard first
    <div ref={panel} role="group" tabIndex={-1} className="mo-confirm" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </div>
  );
}
