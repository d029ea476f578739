/**
 * Slows wrong look-up secrets, by code and by address. It never judges a right one, so nobody can be locked out by somebody else's guesses.
 */
export interface ThrottleLimits {
  /** Wrong secrets for one code before 429. */
  perCode: number;
  /** Wrong secrets from one address before 429. */
  perAddress: number;
  /** Seconds until the count is forgotten. */
  windowSeconds: number;
}

interface Window {
  count: number;
  /** Epoch milliseconds. */
  endsAt: number;
}

const MAX_WINDOWS = 50_000;

export class SecretThrottle {
  readonly #windows = new Map<string, Window>();

  constructor(
    readonly limits: ThrottleLimits,
    readonly now: () => Date,
  ) {}

  /** Counts one wrong secret; answers the seconds to wait, or 0 while under the limits. */
  countFailure(code: string, address: string): number {
    return Math.max(
      this.#count(`code ${code}`, this.limits.perCode),
      this.#count(`address ${address}`, this.limits.perAddress),
    );
  }

  #count(name: string, limit: number): number {
    const now = this.now().getTime();
    const window = this.#open(name, now);
    window.count += 1;
    return window.count > limit ? Math.max(1, Math.ceil((window.endsAt - now) / 1000)) : 0;
  }

  #open(name: string, now: number): Window {
    const current = this.#windows.get(name);
    const length = this.limits.windowSeconds * 1000;
    // A clock that jumped back must not stretch a window.
    if (current && current.endsAt > now && current.endsAt <= now + length) return current;
    const fresh = { count: 0, endsAt: now + length };
    this.#windows.delete(name);
    this.#windows.set(name, fresh);
    this.#forgetOldest();
    return fresh;
  }

  /** A Map keeps insertion order, so the first entry is the oldest window. */
  #forgetOldest(): void {
    for (const name of this.#windows.keys()) {
      if (this.#windows.size <= MAX_WINDOWS) return;
      this.#windows.delete(name);
    }
  }
}
