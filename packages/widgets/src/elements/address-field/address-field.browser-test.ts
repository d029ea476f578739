import { expect, fixture, html } from '@open-wc/testing';
import '../../define/address-field.js';
import { findViolations } from '../../testing/find-violations.js';
import type { ComboboxOption } from '../combobox-field/combobox-option.js';
import { type AddressInput, emptyAddress, type MotcuaAddressField } from './address-field.js';
import type { AddressProposal } from './address-proposal.js';

const hanoi = 'Thành phố Hà Nội';
const phucXa: ComboboxOption = {
  value: '',
  proposes: '00001',
  label: 'Phường Phúc Xá',
  detail: `Quận Ba Đình, ${hanoi}. Nay là phường Hồng Hà.`,
  group: 'Tên cũ, trước ngày 01/7/2025',
  icon: 'former',
};
const proposals: Readonly<Record<string, AddressProposal>> = {
  '00001': {
    former: `Phường Phúc Xá, Quận Ba Đình, ${hanoi}`,
    candidates: [{ value: '00097', label: 'Phường Hồng Hà', detail: hanoi, doubtful: false }],
  },
  '00004': {
    former: `Phường Trúc Bạch, Quận Ba Đình, ${hanoi}`,
    candidates: [
      { value: '00004', label: 'Phường Ba Đình', detail: hanoi, doubtful: false },
      { value: '00097', label: 'Phường Hồng Hà', detail: hanoi, doubtful: true },
    ],
  },
};

async function mount(value: Partial<AddressInput> = {}) {
  const main = await fixture(
    html`<main>
      <motcua-address-field
        label="Nơi cư trú"
        required
        .value=${{ ...emptyAddress, ...value }}
        .searchCommunes=${(query: string) => (query === '' ? [] : [phucXa])}
        .findProposal=${(former: string) => Promise.resolve(proposals[former])}
      ></motcua-address-field>
    </main>`,
  );
  const field = main.querySelector<MotcuaAddressField>('motcua-address-field')!;
  const values: AddressInput[] = [];
  field.addEventListener('motcua-input', (event) => values.push((event as Event & { value: AddressInput }).value));
  await settle(field);
  const part = (id: string): HTMLElement | null => field.shadowRoot!.querySelector<HTMLElement>(`#${id}`);
  return { main, field, values, part };
}

async function settle(field: MotcuaAddressField): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await field.updateComplete;
  }
}

function textOf(element: HTMLElement | null): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

describe('an address of before July 2025', () => {
  it('is proposed by keyboard alone, and becomes an answer only by the press of its button', async () => {
    const { field, values, part } = await mount();
    const input = part('commune')!.shadowRoot!.querySelector('input')!;
    input.focus();
    input.value = 'phuc xa';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(field);
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
    );
    await settle(field);
    expect(values.at(-1)).to.deep.equal({ ...emptyAddress, communeTyped: 'Phường Phúc Xá', former: '00001' });
    expect(textOf(part('proposal'))).to.contain('Nơi này nay là phường Hồng Hà, thành phố Hà Nội.');
    part('confirm')!.click();
    await settle(field);
    expect(values.at(-1)).to.deep.equal({ ...emptyAddress, commune: '00097' });
    expect(part('proposal') === null).to.equal(true);
    expect(field.communeLabel).to.equal('Phường Hồng Hà');
    expect(field.shadowRoot!.activeElement?.id).to.equal('commune');
  });

  it('that was divided asks which part, and offers no button before one is picked', async () => {
    const { field, values, part } = await mount({ former: '00004', communeTyped: 'Phường Trúc Bạch' });
    expect(part('confirm') === null).to.equal(true);
    const tiles = part('candidates')!.shadowRoot!.querySelectorAll('input');
    expect(tiles.length).to.equal(2);
    tiles[1]!.click();
    await settle(field);
    expect(values).to.deep.equal([]);
    expect(textOf(part('doubt'))).to.contain('chưa chắc chắn');
    part('confirm')!.click();
    await settle(field);
    expect(values.at(-1)?.commune).to.equal('00097');
    expect(values.at(-1)?.former).to.equal('');
  });

  it('out of a draft is asked about again, and may be put aside', async () => {
    const { field, values, part } = await mount({ former: '00001', communeTyped: 'Phường Phúc Xá' });
    expect(part('proposal') === null).to.equal(false);
    part('dismiss')!.click();
    await settle(field);
    expect(part('proposal') === null).to.equal(true);
    expect(values.at(-1)).to.deep.equal(emptyAddress);
  });

  it('has no accessibility violation while it is proposed, whole or divided', async () => {
    for (const former of Object.keys(proposals)) {
      const { main } = await mount({ former, communeTyped: 'Phường Phúc Xá' });
      expect(await findViolations(main)).to.deep.equal([]);
      main.remove();
    }
  });
});
