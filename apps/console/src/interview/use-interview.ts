// The interview at the keyboard: what is typed, which panel is open, and what each press does.

import type { Answer } from "@fieldline/instrument";
import { currentStep } from "@fieldline/interview";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { bounceGuard, pointer } from "../keys/bounce.ts";
import { commandOf, type InterviewCommand, interviewKeys } from "../keys/commands.ts";
import type { Intent } from "../keys/key-to-intent.ts";
import { useKeys } from "../keys/use-keys.ts";
import { readAdvance } from "../settings.ts";
import { useSeat, useSeatState } from "../use-seat.ts";
import { answerByEnter } from "./by-enter.ts";
import { type Change, changeBy } from "./change.ts";
import { confirmEntry, type Entered, pauseConfirms, typeDigit } from "./entry.ts";
import { filterChoices } from "./filter.ts";
import { closingStep } from "./leaving.ts";
import type { LiveInterview, Step } from "./live-interview.ts";
import type { OnScreen } from "./on-screen.ts";

export type Panel =
  | { readonly kind: "probes" | "language" | "note" | "suspend" | "outcome" | "withdraw" }
  | { readonly kind: "change"; readonly change: Change };

export type Wrong = "outOfRange" | "noSuchCode" | "notAllowedHere";

/** What has been typed at the step with this sequence; a later step begins with nothing. */
interface Typed {
  readonly seq: number;
  readonly text: string;
  readonly wrong: Wrong | null;
  readonly marked: number;
}

/** How long a code of two digits waits for its second one. */
const pauseMs = 900;

const panels = ["probes", "language", "note", "suspend", "outcome", "withdraw"] as const;
const isPanel = (command: InterviewCommand): command is (typeof panels)[number] =>
  (panels as readonly InterviewCommand[]).includes(command);

export function useInterview(
  interview: LiveInterview,
  screen: OnScreen | null,
  languages: readonly string[],
) {
  const seat = useSeat();
  const snapshot = useSyncExternalStore(interview.subscribe, interview.snapshot);
  const { state, end } = snapshot;
  const [panel, setPanel] = useState<Panel | null>(null);
  const [kept, setTyped] = useState<Typed>({ seq: -1, text: "", wrong: null, marked: 0 });
  const [guard] = useState(bounceGuard);
  const pressed = useRef({ key: "", at: 0 });
  const typed = kept.seq === state.seq ? kept : { seq: state.seq, text: "", wrong: null, marked: 0 };
  const step = currentStep(interview.compiled, state);
  const question = screen?.kind === "question" || screen?.kind === "script" ? screen : null;
  const byFilter = screen?.kind === "question" && screen.byFilter;
  const others = languages.filter((language) => language !== state.language);

  const type = (change: Partial<Typed>): void => setTyped({ ...typed, wrong: null, ...change });

  const take = (...steps: Step[]): void => {
    setPanel(null);
    const before = interview.snapshot().state.seq;
    const problem = interview.take(...steps);
    if (interview.snapshot().state.seq !== before)
      guard.screenChanged(pressed.current.key, pressed.current.at);
    if (problem) type({ wrong: "notAllowedHere" });
  };

  const leave = (...steps: Step[]): void => {
    take(...steps);
    if (interview.snapshot().state.status !== "inProgress") seat.show("outcome");
  };

  const answer = (given: Answer): void => {
    if (step.kind === "script" && "value" in given) {
      take(scriptStep(step.script, Number(given.value)));
      return;
    }
    if (step.kind !== "question") return;
    const change = state.cursor === null ? null : changeBy(interview.compiled, state, step.variable, given);
    if (change) setPanel({ kind: "change", change });
    else take({ type: "answer", variable: step.variable, answer: given });
  };

  const scriptStep = (script: string, code: number): Step => {
    const option = interview.compiled.release.instrument.scripts[script]?.options?.find(
      (each) => each.code === code,
    );
    return option?.next.to === "newRespondent" ? { type: "newRespondent" } : { type: "choose", script, code };
  };

  const settle = (entered: Entered): void => {
    if (entered.kind === "typing") type({ text: entered.text });
    else if (entered.kind === "wrong") type({ text: entered.text, wrong: entered.why });
    else answer(entered.kind === "value" ? { value: entered.value } : { missing: entered.reason });
  };

  const missing = (reason: "dontKnow" | "refused" | "notApplicable"): void => {
    if (screen?.kind === "question" && screen.allow.includes(reason)) answer({ missing: reason });
    else if (question) type({ wrong: "notAllowedHere" });
  };

  const matches =
    question?.answers.kind === "choice" ? filterChoices(question.answers.choices, typed.text) : [];

  const leaveEnd = (): void => {
    const closes = state.status === "inProgress" ? closingStep(end) : null;
    leave(...(closes ? [closes] : []));
  };

  const confirmQuestion = (asked: NonNullable<typeof question>): void => {
    if (typed.text !== "" && !byFilter) {
      settle(confirmEntry(asked.answers, typed.text));
      return;
    }
    const given = answerByEnter(asked, typed, matches);
    if (given) answer(given);
  };

  /** Where no verdict came and the plan says so, the call ends politely and can be taken up again. */
  const confirmUnchecked = (): void => {
    if (snapshot.waitedOut) {
      leave({ type: "suspend" });
    } else interview.checkQuota();
  };

  const confirm = (): void => {
    if (screen?.kind === "end") leaveEnd();
    else if (screen?.kind === "quotaCheck") confirmUnchecked();
    else if (question) confirmQuestion(question);
  };

  const open = state.status === "inProgress";

  const lineDropped = useSeatState().call?.line === "dropped";

  /** Writing a note and taking everything back are possible also once the interview is closed. */
  const possible = (asked: InterviewCommand): boolean => {
    if (asked === "withdraw") return interview.code !== null;
    if (asked === "redial") return open && lineDropped;
    return open || asked === "note";
  };

  const command = (asked: InterviewCommand | undefined): void => {
    if (!asked || !possible(asked)) return;
    if (asked === "back") take({ type: "goBack" });
    else if (asked === "forward") forward();
    else if (asked === "redial") void seat.redial();
    else if (isPanel(asked)) setPanel({ kind: asked });
  };

  const forward = (): void => {
    if (state.cursor !== null) take({ type: "goForward" });
  };

  const confirmPanel = (shown: Panel): void => {
    if (shown.kind === "change") {
      take({ type: "answer", variable: shown.change.variable, answer: shown.change.answer });
    } else if (shown.kind === "suspend") leave({ type: "suspend" });
    else if (shown.kind === "language" && others.length === 1) pickInPanel(shown, 1);
    else if (shown.kind === "probes") setPanel(null);
  };

  const pickInPanel = (shown: Panel, digit: number): void => {
    const language = others[digit - 1];
    if (shown.kind === "language" && language) take({ type: "switchLanguage", language });
    else if (shown.kind === "outcome" && digit === 1) leave({ type: "suspend" });
    else if (shown.kind === "outcome" && digit === 2) leave({ type: "breakOff" });
  };

  const inPanel = (shown: Panel, intent: Intent): void => {
    switch (intent.kind) {
      case "confirm":
        confirmPanel(shown);
        break;
      case "digit":
        pickInPanel(shown, intent.digit);
        break;
      case "escape":
      case "erase":
        setPanel(null);
        break;
      case "letter":
        if (commandOf(interviewKeys, intent.letter) === shown.kind) setPanel(null);
        break;
      default:
    }
  };

  const move = (by: 1 | -1): void => {
    const last = Math.max(0, matches.length - 1);
    if (byFilter) type({ marked: Math.min(last, Math.max(0, typed.marked + by)) });
  };

  const erase = (): void => {
    if (typed.text !== "") type({ text: typed.text.slice(0, -1) });
    else command("back");
  };

  const typeOne = (digit: number): void => {
    if (question && !byFilter) settle(typeDigit(question.answers, typed.text, digit, readAdvance()));
  };

  const atStep = (intent: Intent): void => {
    switch (intent.kind) {
      case "digit":
        typeOne(intent.digit);
        break;
      case "confirm":
        confirm();
        break;
      case "missing":
        missing(intent.reason);
        break;
      case "letter":
        command(commandOf(interviewKeys, intent.letter));
        break;
      case "move":
        move(intent.by);
        break;
      case "erase":
        erase();
        break;
      case "escape":
        type({ text: "" });
        break;
      default:
    }
  };

  const handle = (intent: Intent): void => (panel ? inPanel(panel, intent) : atStep(intent));

  useKeys((intent, press) => {
    if (intent.kind === "page" || intent.kind === "sideways") return false;
    if (panel?.kind === "withdraw") return false;
    if (panel?.kind === "note") return intent.kind === "escape" ? setPanel(null) : false;
    if (guard.isBounce(press.code, press.timeStamp, typed.text)) return true;
    pressed.current = { key: press.code, at: press.timeStamp };
    handle(intent);
    return true;
  });

  /** The same for the mouse: the second click of a double click does not answer the next question. */
  const click = (intent: Intent | (() => void)): void => {
    const at = performance.now();
    if (guard.isBounce(pointer, at, typed.text)) return;
    pressed.current = { key: pointer, at };
    if (typeof intent === "function") intent();
    else handle(intent);
  };

  const waits =
    question !== null && pauseConfirms(question.answers, typed.text, readAdvance()) && !typed.wrong;
  const settleTyped = useRef(confirm);
  settleTyped.current = confirm;
  useEffect(() => {
    if (!waits || typed.text === "") return;
    const timer = setTimeout(() => settleTyped.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [waits, typed.text]);

  return {
    snapshot,
    step,
    typed,
    type,
    matches,
    panel,
    others,
    answer,
    click,
    closePanel: () => setPanel(null),
  };
}

export type AtTheKeyboard = ReturnType<typeof useInterview>;
