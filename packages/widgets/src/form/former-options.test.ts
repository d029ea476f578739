import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { JsonObject } from '@motcua/form-engine/runtime';
import type { ComboboxOption } from '../elements/combobox-field/combobox-option.js';
import { vietnameseFlowTexts } from '../flows/flow-texts.js';
import { createCatalogDirectory } from './catalog-directory.js';
import { proposeUnits, searchUnits } from './former-options.js';

function readCatalog(name: string): JsonObject {
  return JSON.parse(
    readFileSync(new URL(`../../../../schemas/catalogs/${name}.json`, import.meta.url), 'utf8'),
  ) as JsonObject;
}

const units = readCatalog('administrative-units.2026-04-30');
const former = readCatalog('former-units.2025-06-30');

function open(load: (name: string) => Promise<JsonObject | undefined> = () => Promise.resolve(former)) {
  const asked: string[] = [];
  const catalogs = createCatalogDirectory({ 'administrative-units': units }, 'vi', (name) => {
    asked.push(name);
    return load(name);
  });
  const search = searchUnits(catalogs, vietnameseFlowTexts);
  const find = async (query: string): Promise<readonly ComboboxOption[]> => {
    const answer = search(query);
    return 'later' in answer ? answer.later : answer;
  };
  return { asked, catalogs, search, find };
}

describe('the search of an address', () => {
  it('loads the units of before when few are found today or an old title is typed, once', async () => {
    const { asked, find } = open();
    for (const query of ['', 'a', 'tan', 'phuong', 'xa tan']) await find(query);
    assert.deepEqual(asked, []);
    await find('q1');
    await find('ben nghe');
    assert.deepEqual(asked, ['former-units']);
  });

  it('finds q1, tp hcm and ha dong', async () => {
    const { find } = open();
    const districts = (await find('q1')).filter(({ proposes }) => proposes !== undefined);
    assert.deepEqual(
      [districts[0]?.label, districts[0]?.detail],
      ['Quận 1', 'Thành phố Hồ Chí Minh. Nay thuộc 4 xã, phường, đặc khu.'],
    );
    assert.equal((await find('tp hcm')).filter(({ detail }) => detail === 'Thành phố Hồ Chí Minh').length, 40);
    const haDong = await find('ha dong');
    assert.deepEqual(haDong[0]?.label, 'Phường Hà Đông');
    assert.ok(haDong.some(({ label, proposes }) => label === 'Quận Hà Đông' && proposes === '268'));
  });

  it('says of each old name what it is now, and never lists a unit that goes on under its name', async () => {
    const { find } = open();
    const [phucXa] = (await find('phuc xa')).filter(({ proposes }) => proposes === '00001');
    assert.equal(phucXa?.detail, 'Quận Ba Đình, Thành phố Hà Nội. Nay là phường Hồng Hà.');
    assert.equal(phucXa?.value, '');
    const options = await find('xã an khánh, hoài đức, hà nội');
    for (const { label, detail = '' } of options.filter(({ proposes }) => proposes !== undefined))
      assert.ok(!detail.includes(`Nay là ${label.charAt(0).toLowerCase()}${label.slice(1)}.`), label);
  });

  it('shows what is found today at once and keeps it when the old names cannot be had', async () => {
    const { search } = open(() => Promise.reject(new Error('offline')));
    const answer = search('ha dong');
    assert.ok('later' in answer);
    assert.equal(answer.now[0]?.label, 'Phường Hà Đông');
    await assert.rejects(answer.later, /offline/);
  });

  it('finds today’s units alone where the gateway has no others', async () => {
    const { find, catalogs } = open(() => Promise.resolve(undefined));
    assert.ok((await find('q1')).every(({ proposes }) => proposes === undefined));
    assert.equal(await proposeUnits('00001', catalogs, vietnameseFlowTexts), undefined);
  });
});

describe('a proposal', () => {
  it('names the former unit whole and every commune that it may be', async () => {
    const { catalogs } = open();
    assert.deepEqual(await proposeUnits('00001', catalogs, vietnameseFlowTexts), {
      former: 'Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội',
      candidates: [{ value: '00097', label: 'Phường Hồng Hà', detail: 'Thành phố Hà Nội', doubtful: false }],
    });
    const district = await proposeUnits('760', catalogs, vietnameseFlowTexts);
    assert.deepEqual(
      district?.candidates.map(({ label }) => label),
      ['Phường Bến Thành', 'Phường Cầu Ông Lãnh', 'Phường Sài Gòn', 'Phường Tân Định'],
    );
  });

  it('flags what its makers were not sure of', async () => {
    const { catalogs } = open();
    const doubtful = (await proposeUnits('14770', catalogs, vietnameseFlowTexts))?.candidates.filter(
      (candidate) => candidate.doubtful,
    );
    assert.deepEqual(
      doubtful?.map(({ value }) => value),
      ['14818', '16624'],
    );
  });
});
