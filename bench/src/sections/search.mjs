/** The cost of one key in the search of an address: today's communes, and the units of before with them. */
import { readFileSync } from 'node:fs';
import { createFormerUnits, createSearch } from '../../../packages/form-engine/dist/text/index.js';
import { median } from '../figures/median.mjs';

/** What is typed, key by key: short texts find most of the list, long ones little of it. */
const TYPED = [
  'h',
  'ha',
  'ha d',
  'ha dong',
  'hà đông',
  'q1',
  'tp hcm',
  'phường 1',
  'thi tran',
  'a',
  'n',
  'zzz',
  'q1 hcm',
];
const ROUNDS = 15;
const TITLES = ['Phường', 'Xã', 'Đặc khu'];

export function measureSearch({ budgets, gates }) {
  console.log('\nA key in the search of an address');
  return [
    hold('3,321 communes of today', indexToday(), budgets, gates),
    hold('10,743 former units', indexFormer(), budgets, gates),
  ];
}

function hold(what, { ready, search }, { searchKey }, gates) {
  const keys = TYPED.map((text) => ({ text, ms: measureKey(search, text) })).sort((a, b) => b.ms - a.ms);
  const [slowest] = keys;
  console.log(
    `  ${what.padEnd(26)} index ${ready.toFixed(1)} ms, slowest key "${slowest.text}" ${slowest.ms.toFixed(2)} ms, median ${median(keys.map(({ ms }) => ms)).toFixed(2)} ms`,
  );
  gates.hold(`a key in the search of ${what}`, slowest.ms, searchKey, 'ms');
  return { what, ready, slowest };
}

function measureKey(search, text) {
  search(text, 40);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    search(text, 40);
    return performance.now() - start;
  });
  return median(times);
}

function indexToday() {
  const { communes, provinces } = readCatalog('administrative-units.2026-04-30');
  const names = new Map(provinces.map(({ code, fullName }) => [code, fullName]));
  const entries = communes.map(([code, name, type, province]) => ({
    value: code,
    label: `${TITLES[type]} ${name}`,
    context: names.get(province),
  }));
  const start = performance.now();
  const search = createSearch(entries);
  return { ready: performance.now() - start, search };
}

function indexFormer() {
  const document = readCatalog('former-units.2025-06-30');
  const start = performance.now();
  const former = createFormerUnits(document);
  former.search('a');
  return { ready: performance.now() - start, search: (query, limit) => former.search(query, limit) };
}

function readCatalog(name) {
  return JSON.parse(readFileSync(`schemas/catalogs/${name}.json`, 'utf8'));
}
