// R9: what is told of waiting cases is true: the tallies count the cases there are, the queue holds them as they stand.

import { type Check, found } from "./checks.ts";

const rule = { invariant: "R9", name: "queue" } as const;

const counted = `select wave_id, country, region, case when state = 'open' then coalesce(language, '') else '' end as language,
    state, case when state = 'open' then rank else 0 end as rank, case when state = 'open' then avoid else 0 end as avoid,
    case when state = 'open' then coalesce(needs_skill, '') else '' end as needs_skill,
    case when state = 'open' then coalesce(held, '') else '' end as held,
    case when state = 'open' then date_trunc('minute', due_at + interval '59.999 seconds') else to_timestamp(0) end as due_minute,
    1 as cases
  from "case"`;
const columns = "wave_id, country, region, language, state, rank, avoid, needs_skill, held, due_minute";

const checks: readonly Check[] = [
  {
    entity: "wave",
    says: "its tallies count other cases than there are",
    text: `select distinct wave_id as id from (
      select ${columns} from (
        select ${columns}, -cases as cases from (${counted}) c
        union all select ${columns}, cases from case_tally
        union all select ${columns}, cases from case_tally_delta
      ) both_ways
      group by ${columns} having sum(cases) <> 0
    ) apart`,
  },
  {
    entity: "case",
    says: "is to be handed out and does not stand so",
    text: `select c.id from queue_entry q join "case" c on c.id = q.case_id
      where c.state <> 'open' or c.held is not null or c.rank <> q.rank or c.due_at <> q.due_at`,
  },
  {
    entity: "case",
    says: "is to be handed out and lies on a desk",
    text: `select q.case_id as id from queue_entry q join lease l on l.case_id = q.case_id and l.ended_at is null`,
  },
];

export const queue = { ...rule, find: found(rule, checks) };
