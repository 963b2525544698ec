// How the tabs of one user tell each other what becomes of their entries.

import type { Answer } from "./parcels.ts";

export type TabWord =
  /** Something new waits. */
  | { readonly say: "put" }
  /** The server has answered. */
  | { readonly say: "answered"; readonly answers: readonly Answer[] }
  /** The line as the sending tab sees it: since when it has been down, in machine time. */
  | { readonly say: "line"; readonly since: number | null };

export interface Channel {
  readonly tell: (word: TabWord) => void;
  readonly hear: (heard: (word: TabWord) => void) => void;
  readonly close: () => void;
}

/** Between the tabs of one browser. */
export function tabChannel(user: string): Channel {
  const channel = new BroadcastChannel(`fieldline.outbox.${user}`);
  return {
    tell: (word) => channel.postMessage(word),
    hear: (heard) => {
      channel.onmessage = ({ data }: MessageEvent<TabWord>) => heard(data);
    },
    close: () => channel.close(),
  };
}
