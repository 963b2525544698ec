// Problems as an operator reads them: the registry's sentences, and those that only commands can run into.

import { problemSentence, problems } from "@fieldline/protocol";

const ofCommands: Readonly<Record<string, string>> = {
  "user.unknown": "There is no user named {name}; npm run users -- list names them all.",
  "study.unknown": 'There is no study "{study}"; there are: {known}.',
  "study.severalToChooseFrom": "There are several studies; name one with --study: {known}.",
  "study.countryUnknown": 'The study {study} has no country "{country}"; it has {known}.',
};

interface Told {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** One sentence; the code itself where nobody has written one. */
export function problemForOperators({ code, params = {} }: Told): string {
  const sentence = ofCommands[code];
  if (sentence) {
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  }
  return Object.hasOwn(problems, code) ? problemSentence(code, params) : code;
}
