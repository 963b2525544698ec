// Lets in who is signed in and may watch over fieldwork; others see where they belong.

import { mayDo } from "@fieldline/protocol";
import { SignIn } from "@fieldline/ui";
import { isInterfaceLanguage } from "@fieldline/wording";
import { type ReactNode, useEffect } from "react";
import { Settled } from "../frame/Settled.tsx";
import { keptLanguage } from "./kept-language.ts";
import { OtherRole } from "./OtherRole.tsx";
import { useLanguage } from "./use-language.ts";
import { useMe, useSession } from "./use-me.ts";

export function SessionGate({ children }: { readonly children: ReactNode }) {
  const me = useMe();
  const { signIn } = useSession();
  const { choose, show } = useLanguage();
  const known = me.data?.interfaceLanguage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the server names another language
  useEffect(() => {
    if (known && isInterfaceLanguage(known) && keptLanguage() === null) void show(known);
  }, [known]);

  const user = me.data;
  if (user === undefined) return <Settled query={me}>{() => null}</Settled>;
  if (user === null) {
    return (
      <SignIn
        installation={location.host}
        onLanguage={(language) => void choose(language)}
        onSubmit={signIn}
      />
    );
  }
  return mayDo(user.roles, "interview.list") ? children : <OtherRole />;
}
