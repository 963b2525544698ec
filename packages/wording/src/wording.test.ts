// Every string in every language: same keys, same placeholders, no gap, the plurals each language has.

import { readFileSync } from "node:fs";
import { problems } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { documentedProblems } from "./documented-problems.ts";
import {
  changeLanguage,
  createI18n,
  interfaceLanguages,
  outcomeLabel,
  problemText,
  reasonWhyThis,
  weightiestFirst,
} from "./index.ts";

const rooms = ["common", "problems", "outcomes", "console", "monitor"] as const;
type Leaf = readonly [key: string, text: string];

function leaves(tree: object, at: readonly string[] = []): Leaf[] {
  return Object.entries(tree).flatMap(([key, value]): Leaf[] =>
    typeof value === "string" ? [[[...at, key].join("."), value]] : leaves(value, [...at, key]),
  );
}
const read = (room: string, language: string): Map<string, string> =>
  new Map(leaves(JSON.parse(readFileSync(new URL(`./${room}/${language}.json`, import.meta.url), "utf8"))));

const plural = /_(zero|one|two|few|many|other)$/;
const stem = (key: string): string => key.replace(plural, "");
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ""))].sort();

const everywhere = rooms.flatMap((room) => interfaceLanguages.map((language) => ({ room, language })));

describe.each(everywhere)("$room in $language", ({ room, language }) => {
  const english = read(room, "en");
  const strings = read(room, language);

  it("has the keys that English has", () => {
    const keys = (of: Map<string, string>): string[] => [...new Set([...of.keys()].map(stem))].sort();
    expect(keys(strings)).toEqual(keys(english));
  });

  it("has no empty text", () => {
    expect([...strings].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("has the placeholders that English has", () => {
    const expected = new Map([...english].map(([key, text]) => [stem(key), placeholders(text)]));
    for (const [key, text] of strings) {
      const names = placeholders(text);
      const wanted = expected.get(stem(key)) ?? [];
      const spelledOut = plural.test(key) && !names.includes("count");
      expect([key, spelledOut ? ["count", ...names].sort() : names]).toEqual([
        key,
        plural.test(key) ? [...new Set(["count", ...wanted])].sort() : wanted,
      ]);
    }
  });

  it("has each plural form of its language, wherever it has one", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = [...strings.keys()].filter((key) => plural.test(key));
    for (const key of new Set(plurals.map(stem))) {
      expect(plurals.filter((each) => stem(each) === key).sort()).toEqual(
        forms.map((form) => `${key}_${form}`).sort(),
      );
    }
  });
});

describe("problems", () => {
  it("have a sentence in every language for every code of the registry, and no other", () => {
    for (const language of interfaceLanguages) {
      expect([...read("problems", language).keys()].sort()).toEqual(Object.keys(problems).sort());
    }
  });

  it("say in English what the registry says", () => {
    const english = read("problems", "en");
    for (const [code, { sentence }] of Object.entries(problems)) {
      expect(english.get(code)).toBe(sentence.replace(/\{(\w+)\}/g, "{{$1}}"));
    }
  });

  it("are explained in docs/problems.md exactly as they are", () => {
    const { advice } = JSON.parse(readFileSync(new URL("./common/en.json", import.meta.url), "utf8"));
    const page = readFileSync(new URL("../../../docs/problems.md", import.meta.url), "utf8");
    expect(page).toBe(documentedProblems(advice));
  });

  it("name countries and dates as the interviewer's language does", async () => {
    const { t } = await createI18n("de", ["console"]);
    const problem = { code: "calling.holidaysUnknown", params: { country: "DK", localDate: "2008-05-01" } };
    expect(problemText(t, problem, "de")).toContain("Dänemark");
    expect(problemText(t, problem, "de")).toContain("1. Mai 2008");
  });

  it("leave a gap where it is not known any more what they speak of", async () => {
    const { t } = await createI18n("en", []);
    expect(problemText(t, { code: "calling.appointmentClosedDay" }, "en")).toBe(
      "Nobody is called there on ….",
    );
  });
});

describe("a change of language", () => {
  it("brings all words along, also through the translator that React hands out", async () => {
    const made = await createI18n("en", ["monitor"]);
    const handedOut = Object.create(Object.getPrototypeOf(made), Object.getOwnPropertyDescriptors(made));
    await changeLanguage(handedOut, "de");
    expect(made.t("common.signIn.submit")).toBe(read("common", "de").get("signIn.submit"));
    expect(made.t("monitor.nav.waves")).toBe(read("monitor", "de").get("nav.waves"));
  });
});

describe("outcomes", () => {
  const table = JSON.parse(
    readFileSync(new URL("../../calling/data/dispositions.json", import.meta.url), "utf8"),
  ) as { dispositions: { key: string }[] };

  it("have a label for each of the forty dispositions in every language", () => {
    const keys = table.dispositions.map(({ key }) => `label.${key}`).sort();
    for (const language of interfaceLanguages) {
      const labels = [...read("outcomes", language).keys()].filter((key) => key.startsWith("label."));
      expect(labels.sort()).toEqual(keys);
    }
  });

  it("show the key of a disposition that this page does not know yet", async () => {
    const { t } = await createI18n("da", ["console"]);
    expect(outcomeLabel(t, "noAnswer")).toBe("Intet svar");
    expect(outcomeLabel(t, "rangTheWrongBell")).toBe("rangTheWrongBell");
  });
});

describe("a translator", () => {
  it("bends Czech numbers: 1 krok, 3 kroky, 5 kroků", async () => {
    const { t } = await createI18n("cs", ["console"]);
    const sending = [1, 3, 5].map((count) => t("console.save.sending", { count }));
    expect(sending).toEqual(["odesílá se 1 krok", "odesílají se 3 kroky", "odesílá se 5 kroků"]);
  });

  it("says why a case was handed out, also for a reason it does not know", async () => {
    const { t } = await createI18n("fr", ["console"]);
    const names = { language: "fr", region: (code: string) => (code === "FR10" ? "Île-de-France" : code) };
    const why = (code: string, params?: Record<string, string | number>) =>
      reasonWhyThis(t, { code, params }, names);
    expect(why("retry", { disposition: "busy" })).toContain("Occupé");
    expect(why("need", { region: "FR10", percent: 41 })).toBe("Île-de-France à 41 % de l’objectif");
    expect(why("daypart", { daypart: "evening" })).toBe("Soirée pas encore essayée");
    expect(why("language", { language: "de" })).toContain("allemand");
    expect(why("appointment", { localFrom: "18:30", localTo: "18:30" })).toBe("Rendez-vous 18:30");
    expect(why("appointment", { localFrom: "17:00", localTo: "20:00" })).toBe("Rendez-vous 17:00–20:00");
    expect(why("fullMoon")).toBe("Raison : fullMoon");
    const order = ["fullMoon", "fresh", "daypart", "need", "pinned"].map((code) => ({ code }));
    expect(weightiestFirst(order).map(({ code }) => code)).toEqual(order.map(({ code }) => code).reverse());
  });
});
