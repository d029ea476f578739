import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readLegacyText } from './legacy-encoding.js';

const FILE = new URL('../../../../schemas/catalogs/administrative-units.2026-04-30.json', import.meta.url);
const { communes } = JSON.parse(readFileSync(FILE, 'utf8')) as { communes: [string, string][] };
const names = [...new Set(communes.map(([, name]) => name))];

describe('text of before Unicode', () => {
  for (const [written, encoding, reading] of [
    ['NguyÔn V¨n An', 'TCVN3', 'Nguyễn Văn An'],
    ['Hµ Néi', 'TCVN3', 'Hà Nội'],
    ['TrÇn ThÞ B×nh', 'TCVN3', 'Trần Thị Bình'],
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'TCVN3', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Sè 5, ®\u00adêng Lª Lîi', 'TCVN3', 'Số 5, đường Lê Lợi'],
    ['Nguyeãn Vaên An', 'VNI', 'Nguyễn Văn An'],
    ['Traàn Thò Bình', 'VNI', undefined],
    ['Soá 5, ñöôøng Leâ Lôïi', 'VNI', 'Số 5, đường Lê Lợi'],
    ['THAØNH PHOÁ HOÀ CHÍ MINH', 'VNI', undefined],
    ['Thaønh phoá Hoà Chí Minh, quaän 1', 'VNI', 'Thành phố Hồ Chí Minh, quận 1'],
  ] as const)
    it(`is read: ${written}`, () => {
      assert.deepEqual(readLegacyText(written), reading === undefined ? undefined : { encoding, reading });
    });

  for (const text of [
    'François Müller',
    'Zoë Nuñez, São Paulo',
    'Björn Söderström-Åkesson',
    'Søren Kjær',
    'Naïm',
    'H’Mông, Ê-đê, Rơ Châm',
    'Giá 5 £, 20 °C, 3 m², § 4, © 2026, ½ ngày',
    'HOÀ BÌNH, THANH HOÁ',
  ])
    it(`is not seen in ${text}`, () => assert.equal(readLegacyText(text), undefined));

  it('is seen in no name of a commune, however its marks stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('NFC' as const, 'NFD' as const),
        fc.boolean(),
        (chosen, form, isUpper) => {
          const text = chosen.join(' ').normalize(form);
          assert.equal(readLegacyText(isUpper ? text.toUpperCase() : text), undefined);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never makes anything of text without such letters, and is read once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const found = readLegacyText(text);
        if (found !== undefined) {
          assert.match(text.normalize('NFC'), /[\u00a1-\u00ff]/u);
          assert.equal(found.reading, found.reading.normalize('NFC'));
        }
      }),
      { numRuns: 500 },
    );
  });
});
