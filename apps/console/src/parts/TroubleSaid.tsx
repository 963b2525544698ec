// Says to a screen reader that answers do not get through, and once that they do again; never each answer.

import { useWording } from "@fieldline/wording";
import { useState } from "react";

export interface TroubleSaidProps {
  /** In words that stay the same while it lasts; `null` while all is well. */
  readonly trouble: string | null;
  readonly saved: boolean;
}

type Said = "nothing" | "trouble" | "over";

export function TroubleSaid({ trouble, saved }: TroubleSaidProps) {
  const { t } = useWording();
  const [said, setSaid] = useState<Said>("nothing");
  const now = afterThat(said, trouble !== null, saved);
  if (now !== said) setSaid(now);
  return (
    <span className="fl-visually-hidden" role="status">
      {trouble ?? (now === "over" && t("console.save.saved"))}
    </span>
  );
}

function afterThat(said: Said, trouble: boolean, saved: boolean): Said {
  if (trouble) return "trouble";
  if (saved) return said === "trouble" ? "over" : said;
  return said === "over" ? "nothing" : said;
}
