/**
 * Mutants that no verdict can tell from the evaluator, each with the reason. They are named by file and line of source, and by the change
 * where only some changes of the line are meant, so that an entry goes out of use when its line changes.
 */
const STOPS_EARLY = 'only stops earlier where nobody listens for issues: the answer is false already';
const LOOK_UP =
  'only decides whether a list of titled constants is one look-up; tried branch by branch it gives the same answer';
const WEIGHS = 'only weighs which of the branches that fail is reported';
const SIGN = 'only the sign of the direction counts, and a number out of bounds does not tell the difference';
const INDEXES = 'only whether a canonical text is written that the index cannot have';

const EQUIVALENTS = [
  ...['check-members', 'pattern', 'unique-items'].map((file) => ({
    file,
    source: /^run\.steps [-+]= /,
    because: 'only what is counted against the limit of steps, which `bounds.test.ts` watches',
  })),
  ...['check-members', 'property-names'].flatMap((file) => [
    { file, source: 'if (truth === false && !run.note)', to: ';', because: STOPS_EARLY },
    { file, source: 'break;', because: STOPS_EARLY },
  ]),
  {
    file: 'count-characters',
    source: 'return ASTRAL.test(text) ? [...text].length : text.length;',
    to: '([...text].length)',
    because: 'only counts the slow way where units and characters are the same',
  },
  ...[
    ["if (!Array.isArray(branches) || !branches[0] || !site.knows('const'))", '0', '1'],
    [
      "if (!Array.isArray(branches) || !branches[0] || !site.knows('const'))",
      "!site.knows('const')",
      "!!site.knows('const')",
    ],
    ["if (!Array.isArray(branches) || !branches[0] || !site.knows('const'))", "'const'", "''"],
    ["if (!isObject(branch) || !Object.hasOwn(branch, 'const'))", '!isObject(branch)', '!!isObject(branch)'],
    ["if (!isObject(branch) || !Object.hasOwn(branch, 'const'))", /hasOwn/, /(?: in |^!!)/],
    ["if (!isObject(branch) || !Object.hasOwn(branch, 'const'))", "'const'", "''"],
    ["if (Object.keys(branch).some((key) => key !== 'const' && site.knows(key)))", /&& site/, 'true'],
    ["if (Object.keys(branch).some((key) => key !== 'const' && site.knows(key)))", '!==', '==='],
    ["if (Object.keys(branch).some((key) => key !== 'const' && site.knows(key)))", "'const'", "''"],
    ["if (Object.keys(branch).some((key) => key !== 'const' && site.knows(key)))", '&&', '||'],
    ['if (size < constants.length && most === 1)', '<', '<='],
    ['if (size < constants.length && most === 1)', '&&', '||'],
    ['return undefined;', 'return undefined;', 'return false;'],
    ['if (constants)', /^if/, ';'],
    ['return constants;', 'return constants;', ';'],
    ['return (value, path, run) => {', /const index = find/, 'return false;'],
  ].map(([source, from, to]) => ({ file: 'define-choice', source, from, to, because: LOOK_UP })),
  { file: 'define-choice', source: 'undecided += 1;', because: 'only asked whether it is zero' },
  {
    file: 'define-choice',
    source: 'else if (!seen && most > 1 && !run.observe)',
    because: 'only tries the other branches of `anyOf` though one holds',
  },
  {
    file: 'define-choice',
    source: 'return true;',
    because: 'only tries the other branches of `anyOf` though one holds',
  },
  {
    file: 'define-limit',
    source: 'const room = (actual - limit) * direction;',
    from: '*',
    because: 'the direction is 1 or -1',
  },
  ...['minimum', 'maximum', 'exclusive-minimum', 'exclusive-maximum'].map((file) => ({
    file,
    source: /^export const \w+ = defineLimit\('\w+', ofNumber, -?1(, true)?\);$/,
    from: '1',
    to: '2',
    because: SIGN,
  })),
  {
    file: 'draft-07',
    source: 'const SINCE_2019 = new Set([',
    to: /^(?:(?!.*'items')|(?!.*'\$defs')|(?!.*'contentSchema'))/,
    because: 'the keyword of this name that follows in the list takes its place, or it only holds definitions',
  },
  {
    file: 'draft-07',
    source: "'contentSchema',",
    because: 'only whether an anchor inside `contentSchema` is known to draft-07, which has no such keyword',
  },
  { file: 'draft-07', source: "'items',", because: 'the `items` of draft-07 follow in the list and take its place' },
  {
    file: 'draft-07',
    source: "'$defs',",
    because: 'only whether an anchor inside `$defs` is known to draft-07, which has no `$defs`',
  },
  ...[
    'const FOREIGN = 1e6;',
    'const OTHER_CASE = 1e3;',
    'let least = parts[1] ? FOREIGN : Infinity;',
    'let weight = 0;',
    'run.weighing = true;',
    'weight += /\\.(type|const|enum|false)$/u.test(code) ? FOREIGN : 1;',
    'weight += /\\.(const|enum)$/u.test(code) ? OTHER_CASE : 1;',
    'if (run.note && !run.weighing) {',
    'return report(run, path, code, { matched: 0 });',
  ].map((source) => ({ file: 'evident-branch', source, because: WEIGHS })),
  {
    file: 'evident-branch',
    source: 'deferred.length = before;',
    because: 'a branch that fails leaves no place open, and the value is wrong already',
  },
  {
    file: 'index',
    source: /^defineRefused\(/,
    from: / and | or /,
    because: 'only words for developers, which the cases do not read',
  },
  {
    file: 'unique-items',
    source: 'return undefined;',
    because: 'false and undefined alike say that there is nothing to check',
  },
  ...[
    "const hasComposite = values.some((value) => typeof value === 'object');",
    "find: (value) => (typeof value !== 'object' || hasComposite ? indexes.get(keyOf(value)) : undefined),",
  ].map((source) => ({ file: 'value-index', source, because: INDEXES })),
];

/** @returns {string | undefined} the reason, when the mutant is listed */
export function isEquivalent(mutant) {
  return EQUIVALENTS.find((entry) => isAbout(entry, mutant))?.because;
}

/** @returns {string[]} entries that no mutant needs any more */
export function unusedEquivalents(mutants) {
  return EQUIVALENTS.filter(
    (entry) => !mutants.some((mutant) => mutant.fate === 'equivalent' && isAbout(entry, mutant)),
  ).map(({ file, source }) => `${file}: ${source}`);
}

function isAbout({ file, source, from, to }, mutant) {
  return (
    mutant.file.split('/').at(-1) === file &&
    fits(source, mutant.source) &&
    fits(from, mutant.from) &&
    fits(to, mutant.to)
  );
}

function fits(wanted, text) {
  return wanted === undefined || (wanted instanceof RegExp ? wanted.test(text) : wanted === text);
}
