/**
 * Patterns of JSON Schema in linear time: ECMAScript regular expressions with the `u` flag, searched for anywhere in a text.
 *
 * A pattern is read to tokens, built into a nondeterministic automaton, and run over the code points of a text as sets of states; sets and the ways
 * between them are remembered as they are met, as in a deterministic automaton. Each look-around is a search of its own, run once over the whole text
 * before the pattern, inner ones first: it marks the places where it holds. So one text costs at most (length + 1) x states steps, whatever the
 * pattern, and states are bounded. What needs no automaton is asked of the native engine one code point at a time: classes, escapes, `\p{…}`, the dot.
 *
 * Refused as `unsafe`: back-references, modifiers, and what needs more room than `ROOM` allows, such as `{3321}` of a group.
 */
import { buildAutomaton, FOUND, type Search, SPLIT } from './build-automaton.js';
import { readPattern } from './read-pattern.js';

export { PatternFault } from './pattern-fault.js';

/** A pattern compiled for unanchored search, as `pattern` asks. */
export interface Matcher {
  /** How many states the automaton has. */
  readonly states: number;
  /** How many states were looked at in all texts so far: the measure of the work. */
  readonly steps: number;
  /** Tells whether the pattern is found anywhere in the text. Throws a `RangeError` where that takes more than 200,000 steps. */
  test(text: string): boolean;
}

/** A set of states, and where code points lead from it. */
interface Standing {
  /** 1 when "found" was reached before the code point that led here, else 0. */
  found: number;
  /** The states that wait for the next code point. */
  waiting: readonly number[];
  /** By kind of place and code point. */
  next: Map<number, Standing>;
}

/** What one matcher remembers: ways between sets of states, each as many as the set has and 100 more. Beyond it, it begins anew. */
const MEMORY = 500_000;
/** Most states looked at in one text: far above what an answer needs, and some 20 ms of a slow moment. */
const WORK = 200_000;
/** Above every code point: stands for the end of the text. */
const END = 0x110000;

/**
 * Compiles an ECMAScript pattern.
 *
 * Throws `PatternFault`: `invalid` when it is no regular expression, `unsafe` when it cannot be run in linear time.
 *
 * @example
 * createMatcher('^(\\p{L}+\\s?)+$').test('Nguyễn Thị Minh Khai'); // true, and never slow
 */
export function createMatcher(source: string): Matcher {
  const { operations, to, or, atoms, searches } = buildAutomaton(readPattern(source));
  const entered = operations.map(() => 0);
  const awaited = [...entered];
  const standings = new Map<string, Standing>();
  const verdicts = new Map<number, boolean[]>();
  let memory = 0;
  let turn = 0;
  let most = 0;

  const matcher = {
    states: operations.length,
    steps: 0,
    test(text: string): boolean {
      most = matcher.steps + WORK;
      const marks: Uint8Array[] = [];
      let found = false;
      for (const one of searches) found = search(one, text, marks);
      return found;
    },
  };
  return matcher;

  /** Marks the places where the search has found something; tells whether there is one. */
  function search({ start, backward }: Search, text: string, marks: Uint8Array[]): boolean {
    const { length } = text;
    const places = new Uint8Array(length + 1);
    let standing = stand(0, [start]);
    let place = backward ? length : 0;
    for (let point = 0; point < END;) {
      const at = backward ? place - ((text.codePointAt(place - 2) as number) > 0xffff ? 2 : 1) : place;
      point = text.codePointAt(at) ?? END;
      let holds = (place ? 0 : 1) + (place < length ? 0 : 2);
      for (let look = 0; look < marks.length; look++)
        holds += ((marks[look] as Uint8Array)[place] as number) << (look + 2);
      const way = holds * (END + 1) + point;
      let next = standing.next.get(way);
      if (!next) standing.next.set(way, (next = step(standing.waiting, start, point, holds)));
      standing = next;
      places[place] = standing.found;
      place = backward ? at : at + (point > 0xffff ? 2 : 1);
    }
    marks.push(places);
    return places.includes(1);
  }

  /** The standing to which a code point leads. Each state is entered at most once. */
  function step(from: readonly number[], start: number, point: number, holds: number): Standing {
    memory += from.length + 100;
    if (memory > MEMORY) {
      standings.clear();
      verdicts.clear();
      memory = 0;
    }
    const verdict = verdicts.get(point) ?? [];
    verdicts.set(point, verdict);
    const waiting = [start];
    const open = [...from];
    awaited[start] = ++turn;
    for (let state; (state = open.pop()) !== undefined;) {
      if (entered[state] === turn) continue;
      entered[state] = turn;
      matcher.steps++;
      const operation = operations[state] as number;
      const target = to[state] as number;
      const round = or[state] as number;
      const look = operation < SPLIT ? (holds >> (-2 - operation)) & 1 : undefined;
      if (look !== 1 && round !== state) open.push(round);
      if (operation < 0) {
        if (look !== 0) open.push(target);
      } else if (awaited[target] !== turn && (verdict[operation] ??= isAtom(atoms[operation], point))) {
        awaited[target] = turn;
        waiting.push(target);
      }
    }
    if (matcher.steps > most) throw new RangeError('steps');
    return stand(Number(entered[FOUND] === turn), waiting);
  }

  function stand(found: number, waiting: readonly number[]): Standing {
    const name = String.fromCharCode(found, ...waiting);
    let standing = standings.get(name);
    if (!standing) standings.set(name, (standing = { found, waiting, next: new Map() }));
    return standing;
  }
}

function isAtom(atom: number | RegExp | undefined, point: number): boolean {
  return typeof atom === 'object' ? point < END && atom.test(String.fromCodePoint(point)) : atom === point;
}
