// Typed keys: a key that English does not have, or an app misspells, does not compile.

import type common from "./common/en.json";
import type desk from "./console/en.json";
import type monitor from "./monitor/en.json";
import type outcomes from "./outcomes/en.json";
import type problems from "./problems/en.json";

export interface Strings {
  readonly common: typeof common;
  readonly console: typeof desk;
  readonly monitor: typeof monitor;
  readonly outcomes: typeof outcomes;
  readonly problems: typeof problems;
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    returnNull: false;
    resources: { translation: Strings };
  }
}
