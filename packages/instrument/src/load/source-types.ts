// The shape of a questionnaire file as studies are delivered: one JSON document, texts keyed `en-GB`.

/** Texts by language with region (`en-GB`, `cs-CZ`). */
export type SourceText = Readonly<Record<string, string>>;
export type SourceBySex<Value> = Readonly<Record<string, Readonly<Record<"1" | "2", Value>>>>;

export interface SourceOption {
  readonly code: number | string;
  /** A plain string is a proper name, the same in every language. */
  readonly label: SourceText | string;
  readonly byRespondentSex?: SourceBySex<string>;
}

export interface SourceScale {
  readonly id: string;
  readonly options: readonly SourceOption[];
  readonly readOut: SourceText;
  readonly score?: Readonly<Record<string, number>>;
  readonly byRespondentSex?: SourceBySex<{ readonly readOut: string; readonly labels: readonly string[] }>;
}

export interface SourceScript {
  readonly id: string;
  readonly use: string;
  readonly read: SourceText;
  readonly instr?: SourceText;
  readonly options?: readonly {
    readonly code: number;
    readonly label: SourceText;
    /** A script's id, or `units`. */
    readonly next: string;
    readonly set?: Readonly<Record<string, boolean>>;
  }[];
}

/** `{"var": "age", "lt": 18}`, or `any` / `all` / `not` of such. */
export type SourceCondition =
  | {
      readonly any?: readonly SourceCondition[];
      readonly all?: readonly SourceCondition[];
      readonly not?: SourceCondition;
    }
  | ({ readonly var: string } & Readonly<Record<string, unknown>>);

export interface SourceRouting {
  /** A condition, `always`, `else`, or `{"quota": "cell full"}`. */
  readonly when: "always" | "else" | { readonly quota: string } | SourceCondition;
  readonly then: { readonly script: string; readonly disposition?: string; readonly note?: string };
}

export interface SourceUnit {
  readonly id: string;
  readonly order: number;
  readonly block: string;
  readonly type: string;
  readonly title: string;
  readonly allow: readonly ("dontKnow" | "refused" | "notApplicable")[];
  readonly quota?: string;
  readonly sector?: string;
  readonly when?: SourceCondition;
  readonly routing?: readonly SourceRouting[];
  readonly instr?: SourceText;
  readonly countryNotes?: Readonly<Record<string, string>>;
  readonly var?: string;
  readonly stem?: SourceText;
  readonly byRespondentSex?: SourceBySex<string>;
  readonly options?: readonly SourceOption[];
  readonly optionsByCountry?: Readonly<Record<string, readonly SourceOption[]>>;
  /** How the quota region follows from the code; said again by the derived variable. */
  readonly quotaRegion?: Readonly<Record<string, string>>;
  readonly readOut?: boolean;
  readonly prefill?: "sample.region";
  readonly min?: number;
  readonly max?: number;
  readonly entryMin?: number;
  readonly entryMax?: number;
  readonly refusedCode?: number;
  readonly fallback?: {
    readonly when?: SourceCondition;
    readonly var: string;
    readonly stem: SourceText;
    readonly options: readonly SourceOption[];
    readonly allow: SourceUnit["allow"];
  };
  readonly scale?: string;
  readonly rotateItems?: boolean;
  readonly lead?: SourceText;
  readonly stemNext?: SourceText;
  readonly appendReadOut?: boolean;
  readonly items?: readonly { readonly var: string; readonly text: SourceText }[];
}

export interface SourceDocument {
  readonly meta: {
    readonly id: string;
    readonly version: number;
    readonly title: SourceText;
    readonly languages: readonly string[];
    readonly sourceLanguage: string;
    /** `n`, the sample size, belongs to the quota plan. */
    readonly countries: readonly {
      readonly code: string;
      readonly iso: string;
      readonly language: string;
      readonly timeZone: string;
      readonly n: number;
    }[];
    readonly maxUnits: number;
    readonly units: number;
    readonly openQuestions: number;
    readonly estimatedMinutes: number;
    readonly provenance: string;
  };
  readonly itemProvenance: Readonly<Record<string, string>>;
  /** Codes of missing answers in files; Fieldline has its own. */
  readonly codes: unknown;
  readonly specialLabels: Readonly<Record<"dontKnow" | "refused" | "notApplicable", SourceText>>;
  readonly greetings: {
    readonly rule: string;
    readonly boundaries: Readonly<Record<string, { readonly dayFrom: string; readonly eveningFrom: string }>>;
    readonly texts: Readonly<Record<"morning" | "day" | "evening", SourceText>>;
  };
  readonly goodbyes: Readonly<Record<"morning" | "day" | "evening", SourceText>>;
  readonly ageText: Readonly<Record<string, SourceText>>;
  readonly scripts: Readonly<Record<string, SourceScript>>;
  readonly probes: Readonly<Record<string, SourceText>>;
  readonly scales: Readonly<Record<string, SourceScale>>;
  readonly blocks: readonly {
    readonly id: "quota" | "topic" | "statistics";
    readonly units: readonly string[];
    readonly rotation?: { readonly unitsRotated: readonly (readonly string[])[]; readonly note?: string };
  }[];
  readonly units: readonly SourceUnit[];
  readonly derived: readonly { readonly id: string; readonly kind: string }[];
  readonly figures: readonly unknown[];
  readonly placeholders: Readonly<Record<string, string>>;
}
