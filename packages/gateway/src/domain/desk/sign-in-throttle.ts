/**
 * Slows guessing at passwords. A password, other than a look-up secret, is weak enough to be guessed, so past a limit it is not even tried:
 * neither for that account from that address, nor from that address at all, nor, much later, for that account from anywhere.
 */
export interface SignInLimits {
  /** Failures for one account from one address. */
  perPair: number;
  /** Failures from one address. */
  perAddress: number;
  /** Failures for one account from all addresses. */
  perAccount: number;
  /** Seconds until a failure is forgotten. */
  windowSeconds: number;
}

interface Window {
  count: number;
  /** Epoch milliseconds. */
  endsAt: number;
}

const MAX_WINDOWS = 50_000;

export class SignInThrottle {
  readonly #windows = new Map<string, Window>();

  constructor(
    readonly limits: SignInLimits,
    readonly now: () => Date,
  ) {}

  /** Seconds to wait before this account may be tried from this address; 0: now. */
  measureWait(login: string, address: string): number {
    return Math.max(...this.#list(login, address).map(([name, limit]) => this.#wait(name, limit)));
  }

  countFailure(login: string, address: string): void {
    for (const [name] of this.#list(login, address)) this.#open(name).count += 1;
  }

  /** A success clears the account at that address; other addresses keep their count. */
  forget(login: string, address: string): void {
    this.#windows.delete(`pair ${login} ${address}`);
  }

  #list(login: string, address: string): [string, number][] {
    return [
      [`pair ${login} ${address}`, this.limits.perPair],
      [`address ${address}`, this.limits.perAddress],
      [`account ${login}`, this.limits.perAccount],
    ];
  }

  #wait(name: string, limit: number): number {
    const window = this.#find(name);
    if (!window || window.count < limit) return 0;
    return Math.max(1, Math.ceil((window.endsAt - this.now().getTime()) / 1000));
  }

  /** A clock that jumped back must not stretch a window. */
  #find(name: string): Window | undefined {
    const now = this.now().getTime();
    const window = this.#windows.get(name);
    return window && window.endsAt > now && window.endsAt <= now + this.limits.windowSeconds * 1000
      ? window
      : undefined;
  }

  #open(name: string): Window {
    const found = this.#find(name);
    if (found) return found;
    const fresh = { count: 0, endsAt: this.now().getTime() + this.limits.windowSeconds * 1000 };
    this.#windows.delete(name);
    this.#windows.set(name, fresh);
    for (const oldest of this.#windows.keys()) {
      if (this.#windows.size <= MAX_WINDOWS) break;
      this.#windows.delete(oldest);
    }
    return fresh;
  }
}
