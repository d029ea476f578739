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
  /** The pattern as its author wrote it. */
  readonly source: string;
  /** How many states the automaton has. */
  readonly states: number;
  /** How many states were looked at in all texts so far: the measure of the work. */
  readonly steps: number;
  /** Tells whether the pattern is found anywhere in the text. Throws a `RangeError` where that takes more than two million steps. */
  test(text: string): boolean;
}

/** A set of states, and where each kind of place with each code point leads from it; without `next` it is not remembered. */
interface Standing {
  /** 1 when "found" was reached before the code point that led here, else 0. */
  found: number;
  /** The states that wait for the next code point. */
  waiting: readonly number[];
  next?: Map<number, Standing>;
}

/** What one matcher remembers, in states and ways, counting each way for `OVERHEAD`. Beyond it, a text is run without remembering; the next begins anew. */
const MEMORY = 500_000;
const OVERHEAD = 100;
/** Most states looked at in one text: far above what an answer needs, and some 50 ms of a slow moment. */
const WORK = 2_000_000;
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
    source,
    states: operations.length,
    steps: 0,
    test(text: string): boolean {
      if (memory > MEMORY) {
        standings.clear();
        verdicts.clear();
        memory = 0;
      }
      most = matcher.steps + WORK;
      const points: number[] = [];
      for (const character of text) points.push(character.codePointAt(0) as number);
      const marks: Uint8Array[] = [];
      for (const one of searches) marks.push(search(one, points, marks));
      return marks[searches.length - 1]?.includes(1) === true;
    },
  };
  return matcher;

  /** Marks the places where the search has found something. */
  function search({ start, backward }: Search, points: readonly number[], marks: readonly Uint8Array[]): Uint8Array {
    const places = new Uint8Array(points.length + 1);
    let standing = stand(0, [start]);
    for (let count = 0; count <= points.length; count++) {
      const place = backward ? points.length - count : count;
      const point = points[backward ? place - 1 : place] ?? END;
      let holds = (place ? 0 : 1) + (place < points.length ? 0 : 2);
      for (let look = 0; look < marks.length; look++) holds += (marks[look]?.[place] as number) << (look + 2);
      const key = holds * (END + 1) + point;
      let next = standing.next?.get(key);
      if (!next) {
        memory += OVERHEAD;
        next = step(standing.waiting, start, point, holds);
        standing.next?.set(key, next);
      }
      standing = next;
      places[place] = standing.found;
    }
    return places;
  }

  /** The standing to which a code point leads. Each state is entered at most once. */
  function step(from: readonly number[], start: number, point: number, holds: number): Standing {
    const verdict = verdicts.get(point) ?? [];
    if (memory < MEMORY) verdicts.set(point, verdict);
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
    if (memory > MEMORY) return { found, waiting };
    const name = String.fromCharCode(found, ...waiting);
    let standing = standings.get(name);
    if (!standing) {
      memory += waiting.length;
      standings.set(name, (standing = { found, waiting, next: new Map() }));
    }
    return standing;
  }
}

function isAtom(atom: number | RegExp | undefined, point: number): boolean {
  return typeof atom === 'object' ? point < END && atom.test(String.fromCodePoint(point)) : atom === point;
}
