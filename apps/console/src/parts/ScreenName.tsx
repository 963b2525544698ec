// Says which screen has come, for those who do not see it: what its heading says, once.

import { useEffect, useState } from "react";

/** `screen` changes when another one is shown. */
export function ScreenName({ screen }: { readonly screen: string }) {
  const [name, setName] = useState("");
  useEffect(() => {
    if (screen) setName(document.querySelector("main h1")?.textContent ?? "");
  }, [screen]);
  return (
    <p className="fl-visually-hidden" role="status">
      {name}
    </p>
  );
}
