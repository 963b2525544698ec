// The checks before release: all findings at once, each with its place.

import type { InstrumentDraft } from "../draft.ts";
import type { Finding } from "../findings.ts";
import { checkBlocks } from "./blocks.ts";
import { checkCountries } from "./countries.ts";
import { checkNames } from "./names.ts";
import { checkReach } from "./reach.ts";
import { checkScripts } from "./scripts.ts";
import { checkSize } from "./size.ts";
import { checkTexts } from "./texts.ts";

/** Everything that keeps an instrument from being released; empty when it is sound. */
export const check = (draft: InstrumentDraft): readonly Finding[] => [
  ...checkSize(draft),
  ...checkNames(draft),
  ...checkBlocks(draft),
  ...checkScripts(draft),
  ...checkReach(draft),
  ...checkTexts(draft),
  ...checkCountries(draft),
];
