// R4 and R12: a number is open at most once, nobody dials without a lease, what has ended holds nothing.

import { type Check, found } from "./checks.ts";

const rule = { invariant: "R4", name: "leases" } as const;

const checks: readonly Check[] = [
  {
    entity: "phone_number",
    says: "is open in more than one lease",
    text: "select number_id as id from lease_number where open group by 1 having count(*) > 1",
  },
  {
    entity: "case",
    says: "has more than one open lease",
    text: "select case_id as id from lease where ended_at is null group by 1 having count(*) > 1",
  },
  {
    entity: "app_user",
    says: "holds more than one case",
    text: "select user_id as id from lease where ended_at is null group by 1 having count(*) > 1",
  },
  {
    entity: "case",
    says: "has more than one call under way",
    text: "select case_id as id from contact_attempt where closed_at is null group by 1 having count(*) > 1",
  },
  {
    entity: "case",
    says: "bears a fence below that of one of its leases",
    text: `select distinct c.id from "case" c join lease l on l.case_id = c.id where l.fence > c.fence`,
  },
  {
    entity: "lease",
    says: "is open under a fence that is not the case's any more",
    text: `select l.id from lease l join "case" c on c.id = l.case_id where l.ended_at is null and l.fence <> c.fence`,
  },
  {
    entity: "lease",
    says: "is open, and one of its case's numbers is not",
    text: `select distinct l.id from lease l join "case" c on c.id = l.case_id
      join record_number r on r.record_id = c.record_id
      left join lease_number n on n.lease_id = l.id and n.number_id = r.number_id and n.open
      where l.ended_at is null and n.lease_id is null`,
  },
  {
    entity: "contact_attempt",
    says: "was dialled under no lease",
    text: `select a.id from contact_attempt a where not exists (
      select from lease l where l.case_id = a.case_id and l.user_id = a.user_id and l.fence = a.fence)`,
  },
  {
    entity: "contact_attempt",
    says: "dialled a number that is not of its case's record",
    text: `select a.id from contact_attempt a join "case" c on c.id = a.case_id where not exists (
      select from record_number r where r.record_id = c.record_id and r.number_id = a.number_id)`,
  },
  {
    invariant: "R12",
    entity: "lease",
    says: "has ended and still holds a number",
    text: `select distinct l.id from lease l join lease_number n on n.lease_id = l.id
      where l.ended_at is not null and n.open`,
  },
  {
    invariant: "R12",
    entity: "contact_attempt",
    says: "is under way without an open lease",
    text: `select a.id from contact_attempt a where a.closed_at is null and not exists (
      select from lease l where l.case_id = a.case_id and l.user_id = a.user_id and l.fence = a.fence
        and l.ended_at is null)`,
  },
];

export const leases = { ...rule, find: found(rule, checks) };
