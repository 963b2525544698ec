// One fault of a questionnaire: what is edited, and what the check has to say about it.

import type { Finding } from "../findings.ts";
import type { Edit } from "./edit.ts";

export type Example = readonly [wrong: string, edit: (editor: Edit) => void, expected: Finding];
