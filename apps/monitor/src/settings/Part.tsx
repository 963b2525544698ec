// One part of the settings: its heading, what is in it, and the last thing that was done or refused there.

import { ProblemNote } from "@fieldline/ui";
import { type ReactNode, useId } from "react";
import { problemOf } from "../client.ts";

interface Step {
  readonly isError: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
}

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Said and read out once something is done; false until then, absent where nothing is. */
  readonly done?: string | false;
  readonly step?: Step;
}

export function Part({ title, children, done, step }: PartProps) {
  const heading = useId();
  return (
    <section className="mo-card mo-setup__part" aria-labelledby={heading}>
      <h2 id={heading} className="mo-card__title">
        {title}
      </h2>
      {children}
      {done !== undefined && (
        <p role="status" className="mo-change__done">
          {done}
        </p>
      )}
      {step?.isError && step.error && <ProblemNote problem={problemOf(step.error)} onDismiss={step.reset} />}
    </section>
  );
}
