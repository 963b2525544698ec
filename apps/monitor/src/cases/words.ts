// Reasons of refusals and the replies to them, in the interface's language.

import type { Translate } from "@fieldline/wording";

/** The code itself where the page is older than the list. */
export const reasonLabel = (t: Translate, reason: string): string =>
  t(`outcomes.reason.${reason as "noTime"}`, { defaultValue: reason });

export const replyLabel = (t: Translate, reply: string): string =>
  t(`outcomes.reply.${reply as "none"}`, { defaultValue: reply });
