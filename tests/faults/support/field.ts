// The field under faults: a database, servers on it, a bad line to each, and desks with their people.

import { Refusal } from "../../../apps/server/src/platform/problems/refusal.ts";
import { type TcpProxy, tcpProxy } from "../../integration/support/tcp-proxy.ts";
import { danishDays } from "./dates.ts";
import type { Ground } from "./ground.ts";
import { type FaultyServer, faultyServer } from "./server.ts";
import { hirePeople, openWave, type People, type Places, readInList, setFieldTime } from "./wave.ts";

export interface FieldUnderFaults {
  readonly ground: Ground;
  readonly people: People;
  readonly servers: readonly FaultyServer[];
  readonly proxies: readonly TcpProxy[];
  /** Milliseconds by which machine time of the servers is ahead. */
  ahead(): number;
  /** Machine time of the servers; field time of these waves stands. */
  stepClock(ms: number, waveIds: readonly string[]): Promise<void>;
  setFieldTime(waveIds: readonly string[], iso: string): Promise<void>;
  /** Two waves for a round, half of whose numbers are in both. */
  openWaves(): Promise<readonly string[]>;
  /** A do-not-call list with one number is read in. @returns whether it was acknowledged */
  readInList(waveId: string, number: string): Promise<boolean>;
  /** No lease is open and no place is reserved in these waves. */
  isAtRest(waveIds: readonly string[]): Promise<boolean>;
  end(): Promise<void>;
}

export interface FieldWish {
  readonly desks?: number;
  readonly servers?: number;
  /** Names of planted bugs of the server. */
  readonly bugs?: readonly string[];
  readonly households?: number;
  readonly places?: Places;
  /** Run by the owner of the database before the servers start. */
  readonly sql?: string;
}

const usual = { households: 70, places: { total: 60, men: 9, women: 10 } };

/** On a fresh database of the ground. */
export async function startField(ground: Ground, wish: FieldWish = {}): Promise<FieldUnderFaults> {
  const { desks = 8, servers: count = 2, bugs, sql, households, places } = { ...usual, ...wish };
  await ground.fresh(sql);
  const people = await hirePeople(ground, desks);
  const settings = {
    ...ground.settings,
    DATABASE_URL: ground.url(),
    ...(bugs ? { FAULTS_PLANTED: bugs.join(",") } : {}),
  };
  const servers = await Promise.all(Array.from({ length: count }, () => faultyServer(settings)));
  const proxies = await Promise.all(servers.map(({ port }) => tcpProxy(port)));
  let ahead = 0;
  let firstNumber = 0;
  return {
    ground,
    people,
    servers,
    proxies,
    ahead: () => ahead,
    stepClock: async (ms, waveIds) => {
      const held = "update wave set field_offset_ms = field_offset_ms - $2 where id = any($1::uuid[])";
      await ground.query(held, [waveIds, ms]);
      ahead += ms;
      await Promise.all(servers.map((server) => server.clock(ahead)));
    },
    setFieldTime: async (waveIds, iso) => {
      for (const waveId of waveIds) await setFieldTime(ground, waveId, iso, ahead);
    },
    openWaves: async () => {
      const opened: string[] = [];
      for (const shared of [0, Math.floor(households / 2)]) {
        const plan = { households, firstNumber: firstNumber + shared, places, fieldNow: danishDays.evening };
        opened.push(await openWave(ground, people, plan));
      }
      for (const waveId of opened) await setFieldTime(ground, waveId, danishDays.evening, ahead);
      firstNumber += 2 * households;
      return opened;
    },
    readInList: (waveId, number) =>
      readInList(ground, { waveId, number, ahead }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) throw error;
          return false;
        },
      ),
    isAtRest: async (waveIds) => {
      const [row] = await ground.query<{ held: number }>(
        `select (select count(*) from lease l join "case" c on c.id = l.case_id
            where l.ended_at is null and c.wave_id = any($1::uuid[]))::int
          + (select count(*) from quota_place where state = 'reserved' and wave_id = any($1::uuid[]))::int as held`,
        [waveIds],
      );
      return row?.held === 0;
    },
    end: async () => {
      await Promise.all(proxies.map((proxy) => proxy.close()));
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
