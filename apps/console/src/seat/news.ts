// What this desk is told of by the server: over the socket while it stands, else asked for twice a minute.

import type { Live, LiveState } from "@fieldline/client";
import { readLists } from "./desk.ts";
import { emptyMail, lookForMail, type MailTools } from "./mail.ts";
import { loseSession } from "./session.ts";

const askEveryMs = 30_000;

type Rows = NonNullable<LiveState<"desk">["held"]>["rows"];

export type Connect = () => Promise<Live>;

const overSocket =
  (tools: MailTools): Connect =>
  async () => {
    const { connectLive } = await import("./live.ts");
    return connectLive(tools.client, () => loseSession(tools));
  };

const isAtDesk = ({ store }: MailTools): boolean => {
  const { phase, sessionLost, me } = store.get();
  return phase === "signedIn" && !sessionLost && me?.roles.includes("interviewer") === true;
};

/** Keeps messages up to date, and appointments when one falls due. Returns what ends it. */
export function watchNews(tools: MailTools, connect: Connect = overSocket(tools)): () => void {
  const { store, mail } = tools;
  let answered = true;
  const look = async (): Promise<void> => {
    answered = await lookForMail(tools);
  };
  const socket = socketOf(connect, (rows, before) => {
    if (rows.messages !== before?.messages || rows.sent !== before.sent) void look();
    if (before && rows.nudges !== before.nudges) void readLists(tools);
  });
  let owner: string | undefined;
  let attended = false;

  const attend = (): void => {
    const { me, waveId } = store.get();
    if (me?.id !== owner) mail.set(emptyMail);
    owner = me?.id;
    const before = attended;
    attended = isAtDesk(tools);
    if (attended && !before) void look();
    void socket.follow(attended ? waveId : null);
  };

  const unsubscribe = store.subscribe(attend);
  const timer = setInterval(() => {
    if (!attended || (socket.isLive() && answered)) return;
    void look();
    void socket.follow(store.get().waveId);
  }, askEveryMs);
  attend();
  return () => {
    unsubscribe();
    clearInterval(timer);
    void socket.follow(null);
  };
}

/** The news of one wave at a time; nothing is loaded or connected before the first one is wanted. */
function socketOf(connect: Connect, onRows: (rows: Rows, before: Rows | null) => void) {
  let connecting: Promise<Live | null> | null = null;
  let wanted: string | null = null;
  let watched: string | null = null;
  let leave = (): void => {};
  let seen: Rows | null = null;
  let phase: LiveState<"desk">["phase"] = "connecting";

  const heard = (state: LiveState<"desk">): void => {
    phase = state.phase;
    const rows = state.held?.rows ?? null;
    if (!rows || rows === seen) return;
    const before = seen;
    seen = rows;
    onRows(rows, before);
  };

  /** Without the script of the socket there is asking; it is tried again the next time. */
  const connected = (): Promise<Live | null> => {
    connecting ??= connect().catch(() => {
      connecting = null;
      return null;
    });
    return connecting;
  };

  return {
    isLive: (): boolean => phase === "live",
    follow: async (waveId: string | null): Promise<void> => {
      wanted = waveId;
      if (wanted === watched) return;
      const live = await connected();
      if (!live || wanted === watched) return;
      leave();
      leave = () => {};
      watched = wanted;
      seen = null;
      phase = "connecting";
      if (watched === null) live.close();
      else leave = live.watch("desk", watched, heard);
    },
  };
}
