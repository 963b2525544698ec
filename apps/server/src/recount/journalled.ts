// R9: what stands in a row has its entry in the journal.

import { type Check, found } from "./checks.ts";

const rule = { invariant: "R9", name: "journalled" } as const;

const entryOf = (kind: string, id: string, more = "true") =>
  `exists (select from journal_entry j where j.entity_kind = '${kind}' and j.entity_id = ${id}::text and ${more})`;

/** The last entry of `kind` that says something of `field`. */
const lastSaid = (kind: string, id: string, field: string) =>
  `(select j.after ->> '${field}' from journal_entry j where j.entity_kind = '${kind}' and j.entity_id = ${id}::text
    and j.after ? '${field}' order by j.seq desc limit 1)`;

const checks: readonly Check[] = [
  {
    entity: "contact_attempt",
    says: "was dialled without a word in the journal",
    text: `select id from contact_attempt a where not ${entryOf("attempt", "a.id", "j.after ? 'number'")}`,
  },
  {
    entity: "contact_attempt",
    says: "has another outcome than the journal says",
    text: `select id from contact_attempt a
      where a.disposition is distinct from ${lastSaid("attempt", "a.id", "disposition")}`,
  },
  {
    entity: "appointment",
    says: "stands otherwise than the journal says",
    text: `select id from appointment a where a.state is distinct from ${lastSaid("appointment", "a.id", "state")}`,
  },
  {
    entity: "interview",
    says: "was begun without a word in the journal",
    text: `select id from interview i where not ${entryOf("interview", "i.id", "j.after ? 'release'")}`,
  },
  {
    entity: "interview",
    says: "is void without a word in the journal",
    text: `select id from interview i
      where i.status = 'void' and not ${entryOf("interview", "i.id", "j.after ->> 'status' = 'void'")}`,
  },
  {
    entity: "lease",
    says: "was taken without a word in the journal",
    text: `select id from lease l where coalesce(l.ended_by, '') <> 'numberElsewhere'
      and not ${entryOf("case", "l.case_id", "j.after ->> 'lease' = l.id::text and j.after ? 'fence'")}`,
  },
  {
    entity: "instrument_release",
    says: "was released without a word in the journal",
    text: `select id from instrument_release r where not ${entryOf("instrumentRelease", "r.id")}`,
  },
  {
    entity: "wave",
    says: "was made without a word in the journal",
    text: `select id from wave w where not ${entryOf("wave", "w.id")}`,
  },
  {
    entity: "sample_import",
    says: "was brought without a word in the journal",
    text: `select id from sample_import s where not ${entryOf("sampleImport", "s.id")}`,
  },
  {
    entity: "do_not_call_import",
    says: "was brought without a word in the journal",
    text: `select id from do_not_call_import d where not ${entryOf("doNotCallImport", "d.id")}`,
  },
  {
    entity: "export",
    says: "left the house without a word in the journal",
    text: `select id from export e where not ${entryOf("export", "e.id")}`,
  },
  {
    entity: "app_user",
    says: "was added without a word in the journal",
    text: `select id from app_user u where not ${entryOf("user", "u.id")}`,
  },
];

export const journalled = { ...rule, find: found(rule, checks) };
