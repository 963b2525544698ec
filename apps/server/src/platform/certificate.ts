// The certificate under which this server speaks HTTPS by itself, and its key.

import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { OperatorError } from "./problems/operator-error.ts";

export interface Certificate {
  /** PEM: the server's own first, then those that vouch for it. */
  readonly cert: string;
  /** PEM, without a passphrase. */
  readonly key: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The files that TLS_CERT_FILE and TLS_KEY_FILE name; null where neither is set.
 * @throws OperatorError with one sentence that names the setting
 */
export function readCertificate(env: Environment): Certificate | null {
  const [certFile, keyFile] = [env["TLS_CERT_FILE"], env["TLS_KEY_FILE"]];
  if (!certFile && !keyFile) return null;
  if (!certFile || !keyFile) {
    throw new OperatorError(
      `${certFile ? "TLS_KEY_FILE" : "TLS_CERT_FILE"} is missing: set both or neither.`,
    );
  }
  const cert = textIn("TLS_CERT_FILE", certFile);
  const key = textIn("TLS_KEY_FILE", keyFile);
  const certificate = understood("TLS_CERT_FILE", "certificate", () => new X509Certificate(cert));
  const secret = understood("TLS_KEY_FILE", "private key without a passphrase", () => createPrivateKey(key));
  if (certificate.checkPrivateKey(secret)) return { cert, key };
  throw new OperatorError("The key in TLS_KEY_FILE does not belong to the certificate in TLS_CERT_FILE.");
}

function textIn(setting: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new OperatorError(`The file ${path} named by ${setting} cannot be read.`);
  }
}

function understood<Value>(setting: string, what: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    throw new OperatorError(`The file named by ${setting} must hold a ${what} in PEM form.`);
  }
}
