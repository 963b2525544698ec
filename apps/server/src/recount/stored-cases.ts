// Cases with their attempts, numbers and rules, as the fold over a case needs them.

import type { CallRules, CaseNumber, Pacing } from "@fieldline/calling";

export interface AttemptRow {
  readonly number_id: string;
  readonly user_id: string;
  readonly inbound: boolean;
  readonly disposition: string | null;
  /** Field times of its dial and of its closing, ISO 8601. */
  readonly dialled_at: string;
  readonly at: string;
  /** Whether an interview had been begun by then. */
  readonly selected: boolean;
}

export interface CaseRow {
  readonly id: string;
  readonly state: string;
  readonly country: string;
  /** Of its wave, whose state this is. */
  readonly field_from: string;
  readonly field_to: string;
  readonly wave_state: string;
  readonly attempt_count: number;
  readonly last_disposition: string | null;
  readonly final_disposition: string | null;
  readonly final_code: string | null;
  readonly has_closed_at: boolean;
  readonly interview_open: boolean;
  readonly appointment_open: boolean;
  readonly appointment_kept: boolean;
  /** A number of its record stands in another record, too. */
  readonly shares_number: boolean;
  /** As stored: older versions have no pacing. */
  readonly rules: (Omit<CallRules, "pacing"> & { readonly pacing?: Pacing }) | null;
  readonly rules_versions: number;
  /** In the order they were dialled. */
  readonly attempts: readonly AttemptRow[];
  readonly numbers: readonly {
    readonly id: string;
    readonly kind: CaseNumber["kind"];
    readonly closed: boolean;
    readonly do_not_call: boolean;
    readonly dials: readonly { readonly disposition: string | null }[];
  }[];
}

/** Dials of a number count in the whole wave, calls that came in do not. Of two in one instant the journal tells which came first. */
export const casesWithAttempts = `select c.id, c.state, c.country, w.field_from, w.field_to, w.state as wave_state, c.attempt_count, c.last_disposition, c.final_disposition,
    c.final_code, c.closed_at is not null as has_closed_at, v.rules,
    (select count(*)::int from call_rules_version r where r.wave_id = c.wave_id) as rules_versions,
    exists (select from interview i where i.case_id = c.id and i.status in ('inProgress', 'suspended'))
      as interview_open,
    exists (select from appointment p where p.case_id = c.id and p.state = 'open') as appointment_open,
    exists (select from appointment p where p.case_id = c.id and p.state = 'kept') as appointment_kept,
    exists (select from record_number mine join record_number other on other.number_id = mine.number_id
      where mine.record_id = c.record_id and other.record_id <> c.record_id) as shares_number,
    coalesce((select jsonb_agg(jsonb_build_object('number_id', a.number_id, 'disposition', a.disposition,
        'user_id', a.user_id, 'inbound', a.line = 'inbound', 'dialled_at', a.dialled_field_at,
        'at', coalesce(a.closed_field_at, a.dialled_field_at),
        'selected', exists (select from interview i where i.case_id = c.id
          and i.started_at <= coalesce(a.closed_field_at, a.dialled_field_at)))
      order by a.dialled_at, a.fence, (select min(j.seq) from journal_entry j
        where j.entity_kind = 'attempt' and j.entity_id = a.id::text)) from contact_attempt a where a.case_id = c.id), '[]') as attempts,
    coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'closed', n.closed_as is not null,
        'do_not_call', n.do_not_call_at is not null,
        'dials', coalesce((select jsonb_agg(jsonb_build_object('disposition', d.disposition))
          from contact_attempt d where d.number_id = n.id and d.wave_id = c.wave_id
            and d.line <> 'inbound'), '[]'))
      order by m.position) from record_number m join phone_number n on n.id = m.number_id
      where m.record_id = c.record_id), '[]') as numbers
  from "case" c join wave w on w.id = c.wave_id
  left join call_rules_version v on v.wave_id = w.id and v.version = w.call_rules_version
  where c.attempt_count > 0 or c.state = 'closed'
    or exists (select from contact_attempt a where a.case_id = c.id)`;
