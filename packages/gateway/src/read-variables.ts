/**
 * Reads environment variables so that every fault is found in one go, and a name that nobody asked for is noticed.
 */
import { isIP } from 'node:net';

export type Variables = Readonly<Record<string, string | undefined>>;

/** Names that begin so are meant for the gateway. */
const OURS =
  /^(MOTCUA|GATEWAY|DESK|PORTAL|RECEPTION|METRICS|MAILBOX|OUTBOX|WATCH|STOP|READY|STORAGE|SAMPLE_OFFICER)(_|$)/;

export class VariableReader {
  /** One line each. A value is repeated only where it can hold no secret. */
  readonly faults: string[] = [];
  readonly #asked = new Set<string>();
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  /** An empty variable is one that is not set. */
  text(name: string): string | undefined {
    this.#asked.add(name);
    return this.#variables[name] || undefined;
  }

  fault(line: string): void {
    if (!this.faults.includes(line)) this.faults.push(line);
  }

  isProduction(): boolean {
    return this.text('NODE_ENV') === 'production';
  }

  port(name: string, standard: number): number {
    const text = this.text(name) ?? String(standard);
    if (/^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
    this.fault(`${name} must be a port from 0 to 65535.`);
    return standard;
  }

  integer(name: string, standard: number, { min, max }: { min: number; max: number }): number {
    const text = this.text(name) ?? String(standard);
    const number = Number(text);
    if (/^[0-9]{1,15}$/.test(text) && number >= min && number <= max) return number;
    this.fault(`${name} must be a whole number from ${min} to ${max}.`);
    return standard;
  }

  /** `on` or `off`. */
  flag(name: string): boolean {
    const text = this.text(name) ?? 'off';
    if (text !== 'on' && text !== 'off') this.fault(`${name} must be on or off.`);
    return text === 'on';
  }

  /** Entries by commas. */
  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  }

  origins(name: string): string[] {
    return this.list(name).filter((text) => {
      if (URL.canParse(text) && new URL(text).origin === text) return true;
      this.fault(
        `${name} holds "${text}", which is no origin. Write scheme, host and port only, as https://portal.example.`,
      );
      return false;
    });
  }

  /** IP addresses or CIDR ranges. */
  addresses(name: string): string[] {
    return this.list(name).filter((text) => {
      if (isAddressRange(text)) return true;
      this.fault(`${name} holds "${text}", which is no IP address or range. Write 10.0.0.5 or 10.0.0.0/8.`);
      return false;
    });
  }

  /** Names that are set, look like ours and were not asked for: misspelt, or of another version. */
  listUnknown(): string[] {
    const known = [...this.#asked];
    return Object.keys(this.#variables).flatMap((name) => {
      if (!this.#variables[name] || this.#asked.has(name)) return [];
      const meant = known.find((candidate) => isNearly(name, candidate));
      if (meant === undefined && !OURS.test(name)) return [];
      return [`${name} is not known and does nothing.${meant === undefined ? '' : ` Is ${meant} meant?`}`];
    });
  }
}

function isAddressRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^[0-9]{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

const SHORTEST_GUESS = 7;

/** One symbol too many, too few or another, or two that changed places. */
function isNearly(name: string, known: string): boolean {
  if (known.length < SHORTEST_GUESS || Math.abs(name.length - known.length) > 1) return false;
  let start = 0;
  while (start < name.length && name[start] === known[start]) start += 1;
  let end = 0;
  while (end < Math.min(name.length, known.length) - start && name.at(-1 - end) === known.at(-1 - end)) end += 1;
  const [left, right] = [name.slice(start, name.length - end), known.slice(start, known.length - end)];
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === [...right].reverse().join(''));
}
