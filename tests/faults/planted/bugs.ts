// Bugs that the rig must find, each planted into a server, a database or a desk for the time of a test.

import type { PlantedBug } from "./bug.ts";

const server = "apps/server/src";

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: "acknowledgeBeforeCommit",
    says: "operations are acknowledged 400 ms before their transaction is committed",
    sources: [
      {
        file: `${server}/platform/db/sql.ts`,
        from: 'await client.query("COMMIT");',
        to: `early = true;
    setTimeout(() => client.query("COMMIT").then(() => client.release(), () => client.release(true)), 400);`,
      },
      {
        file: `${server}/platform/db/sql.ts`,
        from: "let broken = true;",
        to: "let broken = true;\n  let early = false;",
      },
      {
        file: `${server}/platform/db/sql.ts`,
        from: "client.release(broken);",
        to: "if (!early) client.release(broken);",
      },
    ],
    faults: ["serverKilled", "serverKilled", "serverKilled"],
    shows: /^lost: \w+ \d+ of interview .* (is not there|stands in its place)/,
    rounds: 3,
  },
  {
    name: "countThenInsert",
    says: "free places are counted without a lock, and one is taken 120 ms later; the database's own check is dropped",
    sources: [
      {
        file: `${server}/modules/quotas/book.sql.ts`,
        from: "order by c.wave_id, c.id for update of c",
        to: "order by c.wave_id, c.id",
      },
      {
        file: `${server}/modules/quotas/book.sql.ts`,
        from: "set completed = x.completed, reserved = x.reserved, cap = x.cap",
        to: `set completed = c.completed + x.completed - x.was_completed,
        reserved = c.reserved + x.reserved - x.was_reserved`,
      },
      {
        file: `${server}/modules/quotas/book.sql.ts`,
        from: "and c.completed = x.was_completed and c.reserved = x.was_reserved",
        to: "",
      },
      {
        file: `${server}/modules/quotas/places.ts`,
        from: "const value = work(placesOn(ledger, plans));",
        to: "await new Promise((resolve) => setTimeout(resolve, 120));\n  const value = work(placesOn(ledger, plans));",
      },
    ],
    sql: "alter table quota_cell drop constraint quota_cell_within_cap",
    faults: ["lineDelayed"],
    shows: /completed and \d+ reserved/,
    places: { total: 30, men: 2, women: 2 },
    rounds: 3,
  },
  {
    name: "missingUniqueIndex",
    says: "the index that lets a number be open once over all studies is missing, and opening takes 100 ms",
    sql: `drop index lease_number_open_key;
      create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.1); return new; end $$;
      create trigger slowly after insert on lease_number for each row execute function slowly()`,
    faults: ["lineDelayed"],
    shows: /number \S+ is open on|phone_number \S+ is open in more/,
    households: 8,
    rounds: 4,
  },
  {
    name: "fenceNotChecked",
    says: "whose lease ran out may write on, whoever has taken the case since",
    sources: [
      {
        file: `${server}/modules/calling/lease.ts`,
        from: 'const free = lease.endedBy === "expired" && (await nobodyTook(tx, asked));',
        to: 'const free = lease.endedBy === "expired";',
      },
    ],
    faults: ["deskLate", "deskLate", "deskLate"],
    shows: /R4 .*under a lease|written under a lease that another had followed/,
    households: 5,
    rounds: 4,
  },
  {
    name: "doNotCallAtQueueTime",
    says: "the do-not-call list is asked when a case is handed out, not when it is dialled",
    sources: [
      {
        file: `${server}/modules/calling/dial.ts`,
        from: "doNotCall: number.do_not_call_at !== null,",
        to: "doNotCall: false,",
      },
    ],
    faults: ["lineCutBeforeReply"],
    shows: /do-not-call/,
    rounds: 4,
  },
  {
    name: "expiryDeletesAnswers",
    says: "a lease that runs out takes the answers of its case with it",
    sql: `alter table interview_operation disable trigger user;
      create function forgets() returns trigger language plpgsql security definer as $$ begin
        delete from interview_operation o using interview i where i.id = o.interview_id and i.case_id = new.case_id and o.seq > 1;
        return new; end $$;
      create trigger forgets after update on lease for each row when (new.ended_by = 'expired') execute function forgets()`,
    faults: ["deskLate", "clockForward"],
    shows: /^lost: \w+ \d+ of interview .* is not there/,
    rounds: 3,
  },
  {
    name: "verdictNotRecorded",
    says: "the verdict of a quota check is answered and not stored with its operation",
    sources: [
      {
        file: `${server}/modules/interviewing/fold-posting.ts`,
        from: "    body: operation,",
        to: "    body: { ...operation, verdict: undefined },",
      },
    ],
    faults: ["lineCutAfterRequest"],
    shows: /was told (granted|full), and says undefined/,
    rounds: 1,
  },
  {
    name: "plusOneHour",
    says: "local time goes on in summer's offset after the clocks have gone back",
    sources: [
      {
        file: "packages/kernel/src/instant.ts",
        from: "format.formatToParts(at)",
        to: "format.formatToParts(at > 1_224_982_800_000 && at < 1_230_000_000_000 ? at + 3_600_000 : at)",
      },
    ],
    faults: ["clocksGoBack"],
    shows: /R5 dials/,
    rounds: 2,
  },
  {
    name: "journalRowSkipped",
    says: "now and then a command is carried out and not journalled",
    sources: [
      {
        file: `${server}/platform/one-fate.ts`,
        from: 'if (done.journal !== "unchanged") {',
        to: 'if (done.journal !== "unchanged" && Math.random() < 0.95) {',
      },
    ],
    faults: ["connectionBrokenAtPoint"],
    shows: /not in the journal|R9 journalled/,
    rounds: 1,
  },
  {
    name: "receiptForgotten",
    says: "the reply of a command is not kept, so that sent again it is carried out again",
    sources: [
      { file: `${server}/platform/one-fate.ts`, from: "await keep(tx, { reply: kept });", to: "void kept;" },
    ],
    faults: ["lineCutBeforeReply"],
    shows: /left no receipt/,
    rounds: 1,
  },
  {
    name: "outboxPerTab",
    says: "a second tab has the same entries waiting, and sends them under ids of its own",
    outboxPerTab: true,
    faults: ["deskOffline"],
    shows: /^doubled: /,
    rounds: 1,
  },
];
