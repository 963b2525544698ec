// What a form still wants, said when somebody tries to send it.

import { useWording } from "@fieldline/wording";
import type { Missing } from "./draft.ts";

export function MissingNote({ missing }: { readonly missing: readonly (Missing | "name")[] }) {
  const { t } = useWording();
  if (missing.length === 0) return null;
  return (
    <div role="alert">
      <ul className="mo-user__missing">
        {missing.map((part) => (
          <li key={part}>{t(`monitor.users.missing.${part}`)}</li>
        ))}
      </ul>
    </div>
  );
}
