// The desk as one object for the screens: its state, and everything that can be done at it.

import { createClient } from "@fieldline/client";
import type { ChangeShift, SignIn } from "@fieldline/protocol";
import type { Told } from "../outcome/steps.ts";
import { beat, dial, giveBack, somebodyAnswers, takeNextCase } from "./calling.ts";
import { closeCall, mendOutcome, redial, slotsOf } from "./closing.ts";
import { readDesk, readLists, readWaves, watchAppointments } from "./desk.ts";
import { startInterview, unitsLeftOf } from "./interviewing.ts";
import { answerMail, emptyMail, type MailTools, readMail } from "./mail.ts";
import { watchNews } from "./news.ts";
import { compiledRelease } from "./releases.ts";
import { emptySeat, type Screen } from "./seat-state.ts";
import { arrive, loseSession, signIn, signOut } from "./session.ts";
import { changeShift } from "./shift.ts";
import { createStore } from "./store.ts";
import { fieldNowOf, type Tools } from "./tools.ts";
import { addNote, nameContact, withdraw } from "./writing.ts";

export function createSeat() {
  const store = createStore(emptySeat);
  const tools: Tools = {
    store,
    client: createClient({ onSignedOut: () => loseSession(tools) }),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const mailTools: MailTools = { ...tools, mail: createStore(emptyMail) };
  return {
    store,
    mail: mailTools.mail,
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
    changeShift: (change: ChangeShift["change"]) => changeShift(tools, change),
    readMail: () => readMail(mailTools),
    answerMail: (replyToId: string, text: string) => answerMail(mailTools, replyToId, text),
    watchNews: () => watchNews(mailTools),
    takeNextCase: () => takeNextCase(tools),
    giveBack: () => giveBack(tools),
    dial: (numberId: string) => dial(tools, numberId),
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
    readLists: () => readLists(tools),
    watchAppointments: () => watchAppointments(tools),
    show: (screen: Screen) => store.set({ screen }),
    dismissProblem: () => store.set({ problem: null }),
  };
}

export type Seat = ReturnType<typeof createSeat>;
