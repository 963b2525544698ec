// What the rig and a server under faults say to each other over the process channel.

import type { Strike } from "./strikes.ts";

export type ToServer =
  | { readonly kind: "arm"; readonly strike: Strike }
  /** Machine time runs so many milliseconds ahead of the computer's from now on. */
  | { readonly kind: "clock"; readonly ahead: number };

export type FromServer = { readonly kind: "heard" } | { readonly kind: "struck"; readonly strike: Strike };
