// Packets made up for the sockets, and handshakes: nearly in order, or not at all.

import { livePath } from "@fieldline/protocol";
import fc from "fast-check";
import { canary, huge, oddText, oddValue } from "./odd.ts";

const events = [
  ...["subscribe", "unsubscribe", "news", "signedOut", "connection", "error", "disconnect", "disconnecting"],
  ...["connect", "newListener", "__proto__", "toString", canary],
];

const text = (value: unknown): string => (JSON.stringify(value) ?? "null").replaceAll(`"${huge}"`, "1e999");

/** What a page may ask for, with parts of it replaced. */
const asked = (waves: readonly string[]): fc.Arbitrary<unknown> =>
  fc.record(
    {
      stream: fc.oneof(fc.constantFrom<unknown>("board", "floor", "desk"), oddValue),
      waveId: fc.oneof(fc.constantFrom<unknown>(...waves), oddValue),
      after: fc.oneof(fc.constantFrom<unknown>(0, 1, -1, 2 ** 53, huge), oddValue),
      countries: fc.oneof(fc.constantFrom<unknown>(["DK"], ["GB"], [], Array(80).fill("DK")), oddValue),
      extra: oddValue,
    },
    { requiredKeys: ["stream", "waveId"] },
  );

/** One frame as it goes over the line, text or bytes. */
export const frames = (waves: readonly string[]): fc.Arbitrary<string | Uint8Array> => {
  const event = fc
    .tuple(
      fc.option(fc.nat(2 ** 31), { freq: 2 }),
      fc.oneof(fc.constantFrom<unknown>("subscribe", "unsubscribe", ...events), oddValue),
      fc.oneof({ weight: 3, arbitrary: asked(waves) }, { weight: 1, arbitrary: oddValue }),
      fc.array(oddValue, { maxLength: 2 }),
    )
    .map(([id, name, first, rest]) => `42${id ?? ""}${text([name, first, ...rest])}`);
  const strange = fc.constantFrom(
    ...[
      "",
      "0",
      "1",
      "2probe",
      "3",
      "5",
      "6",
      "7",
      "4",
      "40",
      "40/other,",
      "41",
      "42",
      "42[]",
      "42{}",
      "42[1]",
    ],
    ...[
      "42[null]",
      "43",
      "4399[]",
      "431[{}]",
      "44",
      '44"x"',
      "45",
      "451-",
      '451-["subscribe",{"_placeholder"',
    ],
    ...['451-["subscribe",{"_placeholder":true,"num":0}]', '459-["subscribe",{"_placeholder":true,"num":7}]'],
    ...['42/other,["subscribe",{}]', `42["${canary}"`, "42[[[[[[[[", "47", "4\u0000", "bAAAA"],
    `42["subscribe","${canary.repeat(2_000)}"]`,
    "\u001e".repeat(2_000),
  );
  const bytes = fc.uint8Array({ maxLength: 200 });
  return fc.oneof(
    { weight: 8, arbitrary: event },
    { weight: 2, arbitrary: strange },
    { weight: 1, arbitrary: oddText.map((one) => `4${one}`) },
    { weight: 1, arbitrary: bytes },
  );
};

/** The text of a request for a socket. @param cookies of people, and none */
export const handshakes = (cookies: readonly string[]): fc.Arbitrary<string> =>
  fc
    .record({
      method: fc.constantFrom("GET", "GET", "GET", "POST", "OPTIONS", "BREW"),
      path: fc.constantFrom(livePath, `${livePath}/`, `${livePath}/x`, `${livePath}/%00`, "//", "*"),
      query: fc.constantFrom(
        ...["EIO=4&transport=websocket", "EIO=3&transport=websocket", "EIO=4&transport=polling", "", "EIO=%"],
        ...["EIO=4&EIO=4&transport=websocket&transport=polling", "EIO=4&transport=websocket&sid=zebra"],
      ),
      cookie: fc.constantFrom(...cookies, `fieldline_session=${canary}`, "", `${"x".repeat(9_000)}=1`),
      key: fc.constantFrom("dGhlIHNhbXBsZSBub25jZQ==", "short", "", canary),
      version: fc.constantFrom("13", "13", "8", "-1", canary),
      upgrade: fc.constantFrom("websocket", "WebSocket", "h2c", "websocket, h2c", canary),
      more: fc.constantFrom(
        ...["", "Origin: null\r\n", `Origin: https://${canary}\r\n`, "Content-Length: 5\r\n"],
        ...["Transfer-Encoding: chunked\r\n", "Sec-WebSocket-Extensions: permessage-deflate; x=\r\n"],
      ),
      head: fc.constantFrom("", "hello", "\u0081\u0000", "x".repeat(20_000)),
    })
    .map(
      ({ method, path, query, cookie, key, version, upgrade, more, head }) =>
        `${method} ${path}?${query} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: ${version}\r\nCookie: ${cookie}\r\n${more}\r\n${head}`,
    );
