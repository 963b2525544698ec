// The shape of an instrument: what is asked, in which words, by which route. This is what a release freezes.

/** BCP 47 without region: `cs da de en fr`. Language is not country. */
export type Language = string;
/** ISO 3166 alpha-2: `CZ DK FR DE GB`. */
export type Country = string;
/** One text in every language of the instrument. */
export type LocalText = Readonly<Record<Language, string>>;
/** 1 man, 2 woman: the codes of the variable that `Instrument.sexVariable` names. */
export type RespondentSex = 1 | 2;

/** A text that may change with the respondent's sex or with the country of the case. */
export interface Wording {
  readonly text: LocalText;
  /** Replaces `text` once the respondent's sex is known. */
  readonly bySex?: Readonly<Record<Language, Readonly<Record<"1" | "2", string>>>>;
  /** Replaces `text` for a case of that country, in every language. Wins over `bySex`. */
  readonly byCountry?: Readonly<Record<Country, LocalText>>;
  /** `ours` marks wording that is not in the source file but was added on loading. */
  readonly provenance?: "ours";
}

export type MissingReason = "dontKnow" | "refused" | "notApplicable" | "notAsked";
/** Missing reasons an interviewer can enter; `notAsked` is never entered, it is what a route leaves out. */
export type EnteredMissing = Exclude<MissingReason, "notAsked">;

/** Codes are numbers, or strings where official codes are (regions). */
export type Code = number | string;
export type Answer = { readonly value: Code } | { readonly missing: EnteredMissing };

export interface Option {
  readonly code: Code;
  readonly label: Wording;
}

export interface ResponseScale {
  readonly id: string;
  readonly options: readonly Option[];
  /** Short spoken reminder of the answers. */
  readonly readOut: Wording;
  /** Code to 0–100, for indices. */
  readonly score?: Readonly<Record<string, number>>;
}

export type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";
/** A missing answer satisfies no comparison; `missing` asks for a reason. */
export type Condition =
  | { readonly variable: string; readonly is: Comparison; readonly value: Code }
  | { readonly variable: string; readonly oneOf: readonly Code[] }
  | { readonly variable: string; readonly missing: EnteredMissing }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

interface UnitBase {
  /** Stable, `U01`. */
  readonly id: string;
  /** For staff, not translated. */
  readonly title: string;
  /** Theme a result is reported under (`safety`). */
  readonly sector?: string;
  /** For the interviewer, never read out. */
  readonly instruction?: Wording;
  /** Wordings that name a country's own things, so each needs `byCountry`: `stem`, `options/2`, `items/sf_police`. */
  readonly countryBound?: readonly string[];
  /** How the codes are used in one country; for staff and codebook, not translated. */
  readonly countryNotes?: Readonly<Record<Country, string>>;
  readonly allow: readonly EnteredMissing[];
  /** Name of the quota variable this unit feeds. */
  readonly quota?: string;
  /** Asked only where it holds; always when absent. */
  readonly when?: Condition;
  /** Script read out before the unit's first question. */
  readonly preface?: string;
}

export interface SingleUnit extends UnitBase {
  readonly kind: "single";
  readonly variable: string;
  readonly stem: Wording;
  /** One list for all, or one list a country. */
  readonly options: readonly Option[] | { readonly byCountry: Readonly<Record<Country, readonly Option[]>> };
  /** Whether the list is read out. */
  readonly readOut: boolean;
  /** Field of the sample record that is offered as the answer to confirm. */
  readonly prefill?: "region";
}

export interface NumericUnit extends UnitBase {
  readonly kind: "numeric";
  readonly variable: string;
  readonly stem: Wording;
  /** What may be typed at all. */
  readonly entryMin: number;
  readonly entryMax: number;
  /** What a completed interview can hold; the rest is screened out. Absent: as typed. */
  readonly validMin?: number;
  readonly validMax?: number;
  /** Typed on the keyboard, it means refused. */
  readonly refusedCode?: number;
  /** Asked only when the number was refused; same unit. */
  readonly fallback?: {
    readonly variable: string;
    readonly stem: Wording;
    readonly options: readonly Option[];
    readonly allow: readonly EnteredMissing[];
  };
}

export interface BatteryItem {
  readonly variable: string;
  readonly text: Wording;
}

export interface BatteryUnit extends UnitBase {
  readonly kind: "battery";
  readonly scale: string;
  readonly items: readonly BatteryItem[];
  readonly rotateItems: boolean;
  /** `lead`: read once, then each item is a full statement. `stem`: `{item}` is filled in, later items use `next`. */
  readonly reading:
    | { readonly form: "lead"; readonly lead: Wording }
    | {
        readonly form: "stem";
        readonly stem: Wording;
        readonly next: Wording;
        readonly appendReadOut: boolean;
      };
}

export type Unit = SingleUnit | NumericUnit | BatteryUnit;

/** What a script's option leads to. */
export type Next =
  | { readonly to: "script"; readonly script: string }
  | { readonly to: "units" }
  /** Somebody else comes to the phone: the operation `newRespondent`. */
  | { readonly to: "newRespondent" }
  | { readonly to: "end"; readonly end: EndKind };

/** Ways an interview's route can end; each has its script and its closing operation. */
export type EndKind = "complete" | "noEligibleRespondent" | "quotaFull" | "noPlace" | "refused" | "later";

export interface ScriptOption {
  readonly code: number;
  readonly label: Wording;
  readonly next: Next;
  /** Facts recorded with the choice (`monitoringAllowed: false`). */
  readonly set?: Readonly<Record<string, boolean>>;
}

/** Words beside the questions. Those with options are steps of the interview, the others are read out. */
export interface Script {
  readonly id: string;
  readonly use: string;
  readonly read: Wording;
  readonly instruction?: Wording;
  readonly options?: readonly ScriptOption[];
}

/** Units in the order asked; `rotated` lists groups of unit ids that come in random order, in the places they hold. */
export interface Block {
  readonly id: string;
  readonly role: "quota" | "topic" | "statistics";
  readonly units: readonly string[];
  readonly rotated?: readonly (readonly string[])[];
}

/** Under this condition the person cannot take part: back to `script` to ask for somebody else. */
export interface Screening {
  /** Checked after this unit is answered. */
  readonly after: string;
  readonly when: Condition;
  /** The script that asks for another person. */
  readonly script: string;
  /** Option codes of `script` that are not offered then. */
  readonly withoutOptions: readonly number[];
}

export interface Derived {
  readonly id: string;
  readonly kind: string;
  readonly label?: string;
  readonly [detail: string]: unknown;
}

export interface Instrument {
  readonly id: string;
  readonly version: number;
  readonly title: LocalText;
  readonly languages: readonly Language[];
  readonly sourceLanguage: Language;
  readonly countries: readonly {
    readonly code: Country;
    readonly language: Language;
    readonly timeZone: string;
  }[];
  readonly estimatedMinutes: number;
  readonly provenance: string;
  /** Variable that decides `Wording.bySex`. */
  readonly sexVariable?: string;
  /** Opening: scripts with options in the order they are steps; the first is preceded by `intro`. */
  readonly opening: { readonly intro: string; readonly steps: readonly string[] };
  /** Scripts by the end they belong to. */
  readonly ends: Readonly<Record<EndKind, string>>;
  readonly scripts: Readonly<Record<string, Script>>;
  readonly probes: Readonly<Record<string, LocalText>>;
  readonly scales: Readonly<Record<string, ResponseScale>>;
  readonly blocks: readonly Block[];
  readonly units: readonly Unit[];
  readonly screening: readonly Screening[];
  readonly derived: readonly Derived[];
  readonly figures: readonly unknown[];
  readonly itemProvenance: Readonly<Record<string, string>>;
  readonly missingLabels: Readonly<Record<EnteredMissing, LocalText>>;
  /** `{name}` in texts, and what fills it. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly greetings: SpokenByHour & {
    readonly boundaries: Readonly<
      Record<Language, { readonly dayFrom: string; readonly eveningFrom: string }>
    >;
  };
  readonly goodbyes: SpokenByHour;
  readonly ageText: Readonly<Record<string, LocalText>>;
}

export interface SpokenByHour {
  readonly texts: Readonly<Record<"morning" | "day" | "evening", LocalText>>;
}

/** A frozen instrument with the SHA-256 of its canonical form, in hex. */
export interface InstrumentRelease {
  readonly number: number;
  readonly fingerprint: string;
  readonly instrument: Instrument;
}
