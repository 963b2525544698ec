// The desk as one object for the screens: its state, and everything that can be done at it.

import { createClient } from "@fieldline/client";
import type { SignIn } from "@fieldline/protocol";
import { beat, closeCall, dial, giveBack, takeNextCase } from "./calling.ts";
import { readDesk, readWaves } from "./desk.ts";
import { startInterview, unitsLeftOf } from "./interviewing.ts";
import { compiledRelease } from "./releases.ts";
import { emptySeat, type Screen } from "./seat-state.ts";
import { arrive, loseSession, signIn, signOut } from "./session.ts";
import { createStore } from "./store.ts";
import { fieldNowOf, type Tools } from "./tools.ts";

export function createSeat() {
  const store = createStore(emptySeat);
  const tools: Tools = {
    store,
    client: createClient({ onSignedOut: () => loseSession(tools) }),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  return {
    store,
    fieldNow: (): number => fieldNowOf(tools),
    now: tools.now,
    release: (fingerprint: string) => compiledRelease(tools.client, fingerprint),
    unitsLeft: (interview: string) => unitsLeftOf(tools, interview),
    arrive: () => arrive(tools),
    signIn: (entered: SignIn) => signIn(tools, entered),
    signOut: () => signOut(tools),
    beat: () => beat(tools),
    readWaves: () => readWaves(tools),
    readDesk: () => readDesk(tools),
    chooseWave: (waveId: string) => store.set({ waveId, nothing: null }),
    chooseLanguage: (interviewLanguage: string) => store.set({ interviewLanguage }),
    takeNextCase: () => takeNextCase(tools),
    giveBack: () => giveBack(tools),
    dial: (numberId: string) => dial(tools, numberId),
    startInterview: () => startInterview(tools),
    closeCall: (disposition: string) => closeCall(tools, disposition),
    show: (screen: Screen) => store.set({ screen }),
    dismissProblem: () => store.set({ problem: null }),
  };
}

export type Seat = ReturnType<typeof createSeat>;
