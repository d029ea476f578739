import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMatcher, PatternFault } from './create-matcher.js';

const matches = (source: string, text: string) => createMatcher(source).test(text);

function faultOf(source: string): PatternFault {
  try {
    createMatcher(source);
  } catch (error) {
    assert.ok(error instanceof PatternFault, `${String(error)} for ${source.slice(0, 40)}`);
    return error;
  }
  assert.fail(`${source.slice(0, 40)} is not refused`);
}

/** Two pieces in an order that repeats itself nowhere near. */
function mixOf(one: string, other: string, length: number): string {
  let mix = '';
  for (let at = 0, state = 7; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    mix += state & 0x10000 ? one : other;
  }
  return mix;
}

describe('the search', () => {
  it('is not anchored', () => {
    assert.equal(matches('b', 'abc'), true);
    assert.equal(matches('^b', 'abc'), false);
    assert.equal(matches('b$', 'abc'), false);
    assert.equal(matches('', ''), true);
  });

  it('takes the ends of the text for ^ and $, not those of a line', () => {
    assert.equal(matches('^b', 'a\nb'), false);
    assert.equal(matches('a$', 'a\nb'), false);
    assert.equal(matches('^.$', '\n'), false);
  });

  it('reads code points', () => {
    assert.equal(matches('^.$', '😀'), true);
    assert.equal(matches('^[^a]{2}$', '😀😀'), true);
    assert.equal(matches('\\uD83D', '😀'), false);
    assert.equal(matches('\\uD83D', '\uD83Da'), true);
    assert.equal(matches('^\\uD83D\\uDE00$', '😀'), true);
  });

  it('does not normalise', () => {
    assert.equal(matches('^ệ$', 'ệ'.normalize('NFD')), false);
  });

  it('knows no places within a surrogate pair', () => {
    assert.equal(matches('\\B', 'a😀a'), false);
  });

  it('looks ahead and behind, and from within a look', () => {
    assert.equal(matches('^(?=.*\\d)(?!.*\\s)\\w+$', 'abc1'), true);
    assert.equal(matches('^(?=.*\\d)(?!.*\\s)\\w+$', 'abc'), false);
    assert.equal(matches('(?<=^(?:ab)+)c', 'ababc'), true);
    assert.equal(matches('(?<=^(?:ab)+)c', 'abac'), false);
    assert.equal(matches('a(?=b(?<=ab)(?!c))', 'abd'), true);
    assert.equal(matches('a(?=b(?<=ab)(?!c))', 'abc'), false);
  });

  it('ends where a body can be empty', () => {
    for (const source of ['(a*)*', '(?:)*', '(a|)+', '(?:(?=a)|b)*', '(?:$)*', '(?:){9007199254740991}', '(?:a?){0,3}'])
      assert.equal(matches(`^${source}$`, 'aa'), new RegExp(`^${source}$`, 'u').test('aa'), source);
  });

  it('says the same again after its memory was used up and cleared', () => {
    const matcher = createMatcher('[ab][\\p{L} ]{60}$');
    const texts = Array.from({ length: 60 }, (_, at) => 'ab '.repeat(300).slice(at) + 'ă'.repeat(58 + (at % 3)));
    const ask = () => texts.map((text) => matcher.test(text));
    const first = ask();
    const { steps } = matcher;
    assert.deepEqual(ask(), first);
    assert.equal(matcher.steps, steps, 'all is remembered');
    matcher.test(mixOf('a', 'ă', 4_000));
    const before = matcher.steps;
    assert.deepEqual(ask(), first);
    assert.notEqual(matcher.steps, before, 'nothing is remembered');
    assert.ok(first.includes(true) && first.includes(false));
  });
});

describe('a pattern is refused', () => {
  it('as invalid where the u grammar refuses it', () => {
    for (const source of [
      '(',
      'a)',
      '*',
      'a**',
      '[b-a]',
      'a{2,1}',
      '{',
      '}',
      ']',
      '\\-',
      '\\Z',
      '[\\w-.]',
      '(?=a)*',
      '\\1',
      '\\p{Script=Foo}',
      '\\p{L',
      '\\u{110000}',
      '(?<a>x)\\k<b>',
      '\\',
    ]) {
      assert.equal(faultOf(source).kind, 'invalid', source);
    }
  });

  it('as unsafe with the reason and a cure', () => {
    assert.match(faultOf('(a)\\1').message, /back-reference/);
    assert.match(faultOf('(?<a>x)\\k<a>').message, /back-reference/);
    for (const source of ['(?i:a)', '(?-i:a)', '(?ims-:a)']) assert.match(faultOf(source).message, /modifiers/);
    assert.match(faultOf('(?:ab){3321}').message, /repetitions/);
    for (const source of ['(a)\\1', '(?i:a)', 'a{3321}']) {
      assert.equal(faultOf(source).kind, 'unsafe');
      assert.match(faultOf(source).cure, /\.$/);
    }
  });

  it('before counts within counts have grown', () => {
    assert.equal(faultOf('('.repeat(150) + 'a' + '){9}'.repeat(150)).kind, 'unsafe');
    assert.equal(faultOf(`(?:${'(?:(?=a))'.repeat(3)}){99999999999999999999}`).kind, 'unsafe');
  });

  it('for its depth, with no stack overflow', () => {
    for (const open of ['(', '(?:', '(?=', '(?<!', '(?:a|']) {
      assert.equal(faultOf(open.repeat(10_000) + 'a' + ')'.repeat(10_000)) instanceof PatternFault, true);
      assert.equal(faultOf(open.repeat(300) + 'a' + ')'.repeat(300)).kind, 'unsafe');
      assert.equal(faultOf(open.repeat(10_000)).kind, 'invalid');
    }
  });

  it('but not where brackets, digits or question marks only look like it', () => {
    assert.equal(matches('^[(?i:)]+$', '(?i:)'), true);
    assert.equal(matches('^\\(?i:\\)?$', '(i:)'), true);
    assert.equal(matches('^[\\1-\\3]$'.replaceAll('\\', '\\x0'), '\x02'), true);
  });
});

describe('the work', () => {
  it('keeps under (length + 1) x states for each search, whatever the pattern', () => {
    const text = mixOf('a', 'b', 700);
    for (const source of [
      '^(a+)+$',
      '^(a|a)*$',
      '(?:a?){30}a{30}',
      '[ab]*a[ab]{400}c',
      '(?:a|b)*a(?:a|b){200}c',
      '^(?=(a+)+$)b',
      '^(?:(?!.*c).)*$',
      '(.*)(.*)(.*)(.*)c',
    ]) {
      const matcher = createMatcher(source);
      matcher.test(text);
      assert.ok(matcher.steps <= (text.length + 1) * matcher.states, `${source}: ${matcher.steps}`);
    }
  });

  it('is remembered: a second text of the same kind costs nothing', () => {
    const matcher = createMatcher('^(\\p{L}+\\s?)+$');
    matcher.test('Nguyễn Thị Minh Khai'.repeat(2));
    const { steps } = matcher;
    matcher.test('Nguyễn Thị Minh Khai'.repeat(500));
    assert.equal(matcher.steps, steps);
  });

  it('ends with a RangeError where a long text makes a wide pattern take too many steps', () => {
    const matcher = createMatcher('[ab]*a[ab]{1000}c');
    assert.throws(() => matcher.test(mixOf('a', 'b', 20_000)), RangeError);
    assert.ok(matcher.steps < 202_000, `${matcher.steps}`);
    assert.equal(matcher.test(`a${'b'.repeat(1000)}c`), true, 'the next text has all steps again');
  });

  it('is no more for a longer count than states allow', () => {
    assert.equal(createMatcher('^.{0,1024}$').states <= 1_100, true);
    assert.equal(matches('^.{0,1024}$', 'ă'.repeat(1024)), true);
    assert.equal(matches('^.{0,1024}$', 'ă'.repeat(1025)), false);
  });
});
