// A supervisor decides about this case: who is to have it next, whether anybody is, and whether it is over.

import type { CasePage } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { problemOf } from "../client.ts";
import { useMay } from "../session/use-me.ts";
import { ConfirmClose } from "./ConfirmClose.tsx";
import { PinFor } from "./PinFor.tsx";
import { asksBack, offered, type Verb } from "./steering.ts";
import { useSteering } from "./use-steering.ts";

export function SteerCase({ page }: { readonly page: CasePage }) {
  const { t } = useWording();
  const may = useMay("case.steer");
  const steering = useSteering(page.id);
  const [asked, setAsked] = useState<"pin" | "close" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const verbs = offered(page);
  if (!may || (verbs.length === 0 && !steering.data && !steering.error)) return null;
  const leave = (): void => {
    setAsked(null);
    heading.current?.focus();
  };
  const press = (kind: Verb): void => {
    steering.reset();
    if (asksBack(kind)) setAsked(kind);
    else steering.mutate({ kind }, { onSettled: leave });
  };
  const done = steering.isSuccess ? steering.variables.kind : null;
  const open = asked !== null && verbs.includes(asked) ? asked : null;
  return (
    <section className="mo-case__part mo-no-print" aria-label={t("monitor.cases.steer.title")}>
      <header className="mo-case__head">
        <h2 ref={heading} tabIndex={-1}>
          {t("monitor.cases.steer.title")}
        </h2>
      </header>
      {open === null && (
        <div className="mo-case__verbs">
          {verbs.map((verb) => (
            <Button key={verb} variant="default" disabled={steering.isPending} onClick={() => press(verb)}>
              {t(`monitor.cases.steer.verb.${verb}`)}
            </Button>
          ))}
        </div>
      )}
      {open === "pin" && (
        <PinFor
          caseId={page.id}
          busy={steering.isPending}
          onPin={(userId) => steering.mutate({ kind: "pin", userId }, { onSettled: leave })}
          onCancel={leave}
        />
      )}
      {open === "close" && (
        <ConfirmClose
          reference={page.reference}
          busy={steering.isPending}
          onCarryOut={() => steering.mutate({ kind: "close" }, { onSettled: leave })}
          onCancel={leave}
        />
      )}
      {steering.error && <ProblemNote problem={problemOf(steering.error)} />}
      <p role="status">{done && t(`monitor.cases.steer.done.${done}`)}</p>
    </section>
  );
}
