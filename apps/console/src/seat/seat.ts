// The desk as one object for the screens: its state, and everything that can be done at it.

import { createClient, stealableLock } from "@fieldline/client";
import type { ChangeShift, SignIn } from "@fieldline/protocol";
import type { Told } from "../outcome/steps.ts";
import { createOwnVersion } from "../worker/version.ts";
import { beat, dial, giveBack, somebodyAnswers, takeNextCase } from "./calling.ts";
import { closeCall, mendOutcome, redial } from "./closing.ts";
import { readWaves, watchAppointments } from "./desk.ts";
import { createDeskOutbox, type DeskOutbox } from "./desk-outbox.ts";
import { answerCall, searchInbound, takeInbound } from "./inbound.ts";
import { startInterview, unitsLeftOf } from "./interviewing.ts";
import { differs, keptDeskOf } from "./kept-desk.ts";
import { answerMail, emptyMail, type MailTools, readMail } from "./mail.ts";
import { watchNews } from "./news.ts";
import { compiledRelease } from "./releases.ts";
import { emptySeat, type Screen, type SeatState } from "./seat-state.ts";
import { arrive, loseSeat, loseSession, signIn, signOut, signOutNow, takeOver } from "./session.ts";
import { changeShift } from "./shift.ts";
import { slotsOf } from "./slots.ts";
import { createStore, type Store } from "./store.ts";
import { takeBack } from "./take-back.ts";
import { fieldAheadOf, fieldNowOf, type Tools } from "./tools.ts";
import { watchLine } from "./watch-line.ts";
import { addNote, nameContact, withdraw } from "./writing.ts";

export function createSeat() {
  const store = createStore(emptySeat);
  const client = createClient({
    onSignedOut: () => loseSession(tools),
    user: () => store.get().me?.id ?? null,
  });
  const clocks = {
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
  /** Only of the tab that is the desk. */
  const desk = () =>
    store.get().phase === "signedIn"
      ? keptDeskOf(store.get(), fieldAheadOf(store.get()), clocks.now())
      : undefined;
  const outbox = createDeskOutbox({ ...clocks, client, desk, onSeatTaken: () => loseSeat(tools) });
  const deskLock = stealableLock("fieldline.desk", () => loseSeat(tools));
  const tools: Tools = { ...clocks, store, client, outbox, deskLock };
  const version = createOwnVersion();
  keepChanges(store, outbox);
  const mailTools: MailTools = { ...tools, mail: createStore(emptyMail) };
  return {
    store,
    mail: mailTools.mail,
    outbox: outbox.state,
    dismissAside: (id: string) => void outbox.current().dismiss(id),
    version: version.store,
    watchVersion: version.watch,
    changeVersion: version.change,
    takeOver: () => takeOver(tools, "steal"),
    watchLine: () => watchLine(tools),
    fieldNow: (): number => fieldNowOf(tools),
    now: tools.now,
    release: (fingerprint: string) => compiledRelease(tools.client, fingerprint),
    unitsLeft: (interview: string) => unitsLeftOf(tools, interview),
    arrive: () => arrive(tools),
    signIn: (entered: SignIn) => signIn(tools, entered),
    signOut: () => signOut(tools),
    signOutNow: () => signOutNow(tools),
    stay: () => store.set({ staying: false }),
    beat: () => beat(tools),
    readWaves: () => readWaves(tools),
    chooseWave: (waveId: string) => store.set({ waveId, nothing: null }),
    chooseLanguage: (interviewLanguage: string) => store.set({ interviewLanguage }),
    changeShift: (change: ChangeShift["change"]) => changeShift(tools, change),
    readMail: () => readMail(mailTools),
    answerMail: (replyToId: string, text: string) => answerMail(mailTools, replyToId, text),
    watchNews: () => watchNews(mailTools),
    takeNextCase: () => takeNextCase(tools),
    giveBack: () => giveBack(tools),
    dial: (numberId: string) => dial(tools, numberId),
    searchInbound: (number: string) => searchInbound(tools, number),
    takeInbound: (caseId: string, number: string) => takeInbound(tools, caseId, number),
    answerCall: (numberId: string) => answerCall(tools, numberId),
    somebodyAnswers: () => somebodyAnswers(tools),
    startInterview: () => startInterview(tools),
    chooseNumber: (numberId: string) => store.set({ numberId }),
    closeCall: (disposition: string, told?: Told) => closeCall(tools, disposition, told),
    redial: () => redial(tools),
    mendOutcome: (disposition: string, told: Told) => mendOutcome(tools, disposition, told),
    slots: (caseId: string, date?: string) => slotsOf(tools, caseId, date),
    addNote: (text: string) => addNote(tools, text),
    nameContact: (name: string) => nameContact(tools, name),
    withdraw: (code: string) => withdraw(tools, code),
    changePassword: tools.client.changeOwnPassword,
    takeBack: (code: string) => takeBack(tools, code),
    watchAppointments: () => watchAppointments(tools),
    show: (screen: Screen) => store.set({ screen }),
    dismissProblem: () => store.set({ problem: null }),
  };
}

/** What a reload needs to know is kept whenever it changes, as long as this tab is the desk. */
function keepChanges(store: Store<SeatState>, outbox: DeskOutbox): void {
  let before = store.get();
  store.subscribe(() => {
    const after = store.get();
    const changed = differs(before, after);
    before = after;
    if (changed && after.phase === "signedIn") outbox.keepDesk();
  });
}

export type Seat = ReturnType<typeof createSeat>;
