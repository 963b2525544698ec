// A certificate that vouches for itself and for this machine, made afresh for a test, as PEM.

import { createPublicKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** One value of DER: its tag, its length, what is in it. */
function der(tag: number, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length =
    content.length < 128 ? [content.length] : [0x82, Math.floor(content.length / 256), content.length % 256];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (...bytes: readonly number[]) => der(0x06, Buffer.from(bytes));
const utcTime = (at: Date) => der(0x17, `${at.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`);

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const commonName = oid(0x55, 0x04, 0x03);
const subjectAltName = oid(0x55, 0x1d, 0x11);
const dnsName = 0x82;
const ipAddress = 0x87;

/** For `localhost` and 127.0.0.1, from yesterday to tomorrow. */
export function selfSigned(): { readonly cert: string; readonly key: string } {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, "localhost"))));
  const oneDay = 86_400_000;
  const [yesterday, tomorrow] = [new Date(Date.now() - oneDay), new Date(Date.now() + oneDay)];
  const names = sequence(der(dnsName, "localhost"), der(ipAddress, Buffer.from([127, 0, 0, 1])));
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(yesterday), utcTime(tomorrow)),
    name,
    createPublicKey(privateKey).export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(subjectAltName, der(0x04, names)))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", toSign, privateKey)]);
  const body = sequence(toSign, ecdsaWithSha256, der(0x03, signature)).toString("base64");
  const lines = body.match(/.{1,64}/g) ?? [];
  return {
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
