/**
 * Punycode (RFC 3492): a label of Unicode written with ASCII letters, digits and hyphens, and back.
 * Both ways take time in the square of the label's length, which the callers bound.
 */
const BASE = 36;
const FIRST_BIAS = 72;
const FIRST_POINT = 128;

/**
 * The label that a Punycode text stands for, or undefined when it stands for none. Each label has one text only: what
 * decodes here encodes to itself.
 */
export function decodePunycode(text: string): string | undefined {
  const delimiter = Math.max(text.lastIndexOf('-'), 0);
  const letters = [...text.slice(0, delimiter)];
  let place = delimiter > 0 ? delimiter + 1 : 0;
  let point = FIRST_POINT;
  let bias = FIRST_BIAS;
  for (let index = 0; place < text.length; index += 1) {
    const before = index;
    for (let weight = 1, at = BASE; ; at += BASE) {
      const digit = (parseInt(text.charAt(place), BASE) + 26) % BASE;
      place += 1;
      const limit = threshold(at, bias);
      if (Number.isNaN(digit)) return undefined;
      index += digit * weight;
      if (digit < limit) break;
      weight *= BASE - limit;
    }
    const length = letters.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    // Two halves of a surrogate pair would join to a letter that nobody encoded.
    if (point > 0x10ffff || point >> 11 === 0x1b) return undefined;
    index %= length;
    letters.splice(index, 0, String.fromCodePoint(point));
  }
  return letters.join('');
}

/** A label in Punycode, without the prefix of an A-label. */
export function encodePunycode(label: string): string {
  const points = Array.from(label, (letter) => letter.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < FIRST_POINT);
  let text = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '');
  let done = basic.length;
  let bias = FIRST_BIAS;
  for (let point = FIRST_POINT, delta = 0; done < points.length; point += 1, delta += 1) {
    const next = Math.min(...points.filter((other) => other >= point));
    delta += (next - point) * (done + 1);
    point = next;
    for (const other of points) {
      if (other < point) delta += 1;
      if (other !== point) continue;
      text += writeNumber(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
  }
  return text;
}

/** A generalized variable-length integer (RFC 3492, section 3.3). */
function writeNumber(number: number, bias: number): string {
  let text = '';
  for (let at = BASE; ; at += BASE) {
    const limit = threshold(at, bias);
    if (number < limit) return text + writeDigit(number);
    text += writeDigit(limit + ((number - limit) % (BASE - limit)));
    number = Math.floor((number - limit) / (BASE - limit));
  }
}

/** `a` to `z` stand for 0 to 25, `0` to `9` for 26 to 35. */
function writeDigit(digit: number): string {
  return ((digit + 10) % BASE).toString(BASE);
}

function threshold(at: number, bias: number): number {
  return Math.min(Math.max(at - bias, 1), 26);
}

/** Bias adaptation (RFC 3492, section 3.4). */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / length);
  let at = 0;
  for (; rest > 455; at += BASE) rest = Math.floor(rest / 35);
  return at + Math.floor((BASE * rest) / (rest + 38));
}
