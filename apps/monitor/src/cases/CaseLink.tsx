// The reference of a record as the way to its case, for those who may read cases; others see the reference alone.

import { Link } from "@tanstack/react-router";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

interface CaseLinkProps {
  readonly id: string;
  readonly reference: string;
}

export function CaseLink({ id, reference }: CaseLinkProps) {
  const wave = useWaveHere();
  if (!useMay("case.read")) return reference;
  return (
    <Link to="/waves/$wave/cases/$case" params={{ wave: wave.id, case: id }}>
      {reference}
    </Link>
  );
}
