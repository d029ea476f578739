/**
 * From tokens to a nondeterministic automaton (Thompson's construction). A part of a pattern becomes a function that puts its states in front of a
 * given next state: a counted repetition calls it as often as it says, and what is read backward is put together in the other order.
 */
import { unsafe } from './pattern-fault.js';

/** The state that says "found". */
export const FOUND = 0;
/** The operation of a state that goes on both ways. */
export const SPLIT = -1;

/** Room for states; a class takes ten, a look-around fifty. It bounds the work for one character of text. */
const ROOM = 1_100;
const DEEPEST = 200;
const TOO_MUCH = 'too many repetitions, classes or groups';
const BOUNDS: Record<string, readonly (number | string)[]> = { '*': [0, ','], '+': [1, ','], '?': [0, ',', 1] };

/** A search that begins anywhere in the text; for a look-ahead it runs backward from the end. */
export interface Search {
  start: number;
  backward: boolean;
}

/** The states as parallel lists. A way that leads back to its own state leads nowhere. */
export interface Automaton {
  /** n ≥ 0: read a code point by atom n. `SPLIT`: fork. -2 - n: ask look n. */
  operations: readonly number[];
  /** Where to go on: after the code point; where the look holds; one way of a fork. */
  to: readonly number[];
  /** Where to go on without: an atom that may be left out; where the look does not hold; the other way of a fork. */
  or: readonly number[];
  /** What a code point must be: the same, or matched by an expression of one class, escape or dot. */
  atoms: readonly (number | RegExp)[];
  /** Looks 0 and 1 are start and end of the text; these are 2 and on, inner before outer, and the last one is the pattern itself. */
  searches: readonly Search[];
}

type Part = (next: number, backward: boolean) => number;

/** Builds the automaton of a valid pattern. Throws `PatternFault` where none of bounded size can do. */
export function buildAutomaton(tokens: readonly string[]): Automaton {
  const operations: number[] = [];
  const to: number[] = [];
  const or: number[] = [];
  const atoms: (number | RegExp)[] = [];
  const searches: Search[] = [];
  const known = new Map<string, number>();
  let room = ROOM;
  let depth = 0;
  let at = 0;
  add(SPLIT, FOUND, FOUND);
  searches.push({ start: readGroup()(FOUND, false), backward: false });
  return { operations, to, or, atoms, searches };

  /** Adds a state, which leads nowhere but where it is told to. */
  function add(operation: number, next = operations.length, other = operations.length): number {
    if (--room < 0) throw unsafe(TOO_MUCH);
    to.push(next);
    or.push(other);
    return operations.push(operation) - 1;
  }

  /** Alternatives, up to and with the closing bracket. */
  function readGroup(): Part {
    if (++depth > DEEPEST) throw unsafe(TOO_MUCH);
    const ways: Part[] = [];
    do ways.push(readSequence());
    while (tokens[at++] === '|');
    depth--;
    return (next, backward) => ways.map((way) => way(next, backward)).reduceRight((rest, way) => add(SPLIT, way, rest));
  }

  function readSequence(): Part {
    const parts: Part[] = [];
    for (let token; (token = tokens[at]) && !/^[|)]/.test(token);) {
      at++;
      parts.push(readRepetition(readPart(token)));
    }
    return (next, backward) => parts[backward ? 'reduce' : 'reduceRight']((rest, part) => part(rest, backward), next);
  }

  function readPart(token: string): Part {
    if (/^\(\?<?[=!]/.test(token)) return readLook(token);
    if (token[0] === '(') return readGroup();
    if ('^$'.includes(token)) return (next) => add(token === '^' ? -2 : -3, next);
    if (/^\\[1-9k]/.test(token)) throw unsafe('a back-reference', 'Spell it out again.');
    const atom = known.get(token) ?? atoms.push(readAtom(token)) - 1;
    known.set(token, atom);
    return (next) => add(atom, next);
  }

  function readAtom(token: string): number | RegExp {
    if (!/^(?:\.|\[|\\\w)/.test(token)) return token.replace('\\', '').codePointAt(0) as number;
    room -= 10;
    return new RegExp(`^${token}$`, 'u');
  }

  /** The same look twice is one look, whatever is wanted of it. */
  function readLook(token: string): Part {
    const backward = token[2] !== '<';
    const from = at;
    const body = readGroup();
    const name = backward + tokens.slice(from, at).join('');
    let look = known.get(name);
    if (look === undefined) {
      room -= 50;
      look = -3 - searches.push({ start: body(FOUND, backward), backward });
      known.set(name, look);
    }
    const operation = look;
    return (next) => (token.endsWith('=') ? add(operation, next) : add(operation, undefined, next));
  }

  function readRepetition(part: Part): Part {
    const quantifier = tokens[at] ?? '';
    const bounds = BOUNDS[quantifier[0] ?? ''] ?? quantifier.match(/(?<=^\{.*)(\d+|,)/g);
    if (!bounds) return part;
    at++;
    const [least = 0, comma, most] = bounds;
    return (next, backward) => {
      let copies = +least;
      let start = next;
      for (let more = +(most ?? copies) - copies; more > 0; more--) {
        const body = part(start, backward);
        // A body of one atom is its own fork, so that "a{0,100}" takes 100 states.
        if ((operations[body] as number) > SPLIT && to[body] === start && or[body] === body) or[(start = body)] = next;
        else start = add(SPLIT, body, next);
      }
      if (comma && !most) {
        // The body stands once and leads back to the fork, so that "(((a+)+)+)+" stays small.
        const fork = add(SPLIT, next, next);
        const body = (to[fork] = part(fork, backward));
        start = copies-- > 0 ? body : fork;
      }
      for (let before = -1; copies > 0 && start !== before; copies--) start = part((before = start), backward);
      return start;
    };
  }
}
