// How often signing in may fail: by name and by address, in machine time, in the memory of one server.

import { type Instant, later, minute, second } from "@fieldline/kernel";

/** Failures in the span that are still let through. An address stands for a whole call centre. */
export interface SignInLimits {
  readonly perName: number;
  readonly perAddress: number;
  readonly spanMs: number;
}

export const signInLimits: SignInLimits = { perName: 10, perAddress: 60, spanMs: 10 * minute };

export interface SignInTry {
  /** The password was right: this try is no failure, and the name starts anew. */
  succeeded(): void;
}

/**
 * Every try counts as a failure from its beginning, so that many at once cannot pass together; one that succeeds is
 * taken back. Only failures count: a whole shift signs in from one address.
 */
export class SignInGuard {
  readonly #limits: SignInLimits;
  readonly #failures = new Map<string, Instant[]>();

  constructor(limits: SignInLimits = signInLimits) {
    this.#limits = limits;
  }

  /** A try that may go on, or the whole seconds until the next one may. */
  begin(name: string, address: string, now: Instant): SignInTry | { readonly waitSeconds: number } {
    const keys = [
      { key: `name ${name}`, limit: this.#limits.perName },
      { key: `address ${address}`, limit: this.#limits.perAddress },
    ];
    const waits = keys.map(({ key, limit }) => this.#waitMs(key, limit, now));
    const waitMs = Math.max(...waits);
    if (waitMs > 0) return { waitSeconds: Math.ceil(waitMs / second) };
    for (const { key } of keys) this.#recent(key, now).push(now);
    return {
      succeeded: () => {
        this.#failures.delete(`name ${name}`);
        this.#takeBack(`address ${address}`, now);
      },
    };
  }

  #waitMs(key: string, limit: number, now: Instant): number {
    const recent = this.#recent(key, now);
    const oldestThatCounts = recent[recent.length - limit];
    return oldestThatCounts === undefined ? 0 : later(oldestThatCounts, this.#limits.spanMs) - now;
  }

  /** The failures inside the span. Keys without any are forgotten, so that strange names do not pile up. */
  #recent(key: string, now: Instant): Instant[] {
    if (this.#failures.size > 10_000) this.#forgetOld(now);
    const recent = (this.#failures.get(key) ?? []).filter((at) => later(at, this.#limits.spanMs) > now);
    this.#failures.set(key, recent);
    return recent;
  }

  #forgetOld(now: Instant): void {
    for (const [key, failures] of this.#failures) {
      if (failures.every((at) => later(at, this.#limits.spanMs) <= now)) this.#failures.delete(key);
    }
  }

  #takeBack(key: string, at: Instant): void {
    const failures = this.#failures.get(key);
    const index = failures?.lastIndexOf(at) ?? -1;
    if (index >= 0) failures?.splice(index, 1);
  }
}
