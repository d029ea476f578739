import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MotcuaAddressField } from '@motcua/widgets/address-field';
import { html } from 'lit';
import { searchCommunes, searchCountries } from '../place-options.js';

const none = {
  country: 'VN',
  commune: '',
  communeTyped: '',
  former: '',
  countryTyped: '',
  detail: '',
  foreign: '',
};
const hanoi = 'Thành phố Hà Nội';
const divided = {
  former: `Phường Trúc Bạch, Quận Ba Đình, ${hanoi}`,
  candidates: [
    { value: '00004', label: 'Phường Ba Đình', detail: hanoi, doubtful: false },
    { value: '00097', label: 'Phường Hồng Hà', detail: hanoi, doubtful: true },
  ],
};
const whole = {
  former: `Phường Phúc Xá, Quận Ba Đình, ${hanoi}`,
  candidates: [{ value: '00097', label: 'Phường Hồng Hà', detail: hanoi, doubtful: false }],
};

const meta: Meta<MotcuaAddressField> = {
  title: 'Thành phần/Địa chỉ',
  component: 'motcua-address-field',
  args: { label: 'Nơi cư trú của người mẹ', required: true, abroadAllowed: true, value: none, partErrors: {} },
  render: (args) =>
    html`<motcua-address-field
      .label=${args.label}
      .hint=${args.hint ?? ''}
      .error=${args.error ?? ''}
      .value=${args.value}
      .communeLabel=${args.communeLabel ?? ''}
      .provinceLabel=${args.provinceLabel ?? ''}
      .countryLabel=${args.countryLabel ?? ''}
      .partErrors=${args.partErrors}
      .searchCommunes=${searchCommunes}
      .searchCountries=${searchCountries}
      .findProposal=${(former: string) => Promise.resolve(former === '00001' ? whole : divided)}
      ?abroad-allowed=${args.abroadAllowed}
      ?required=${args.required}
      ?readonly=${args.readonly}
    ></motcua-address-field>`,
};
export default meta;
type Story = StoryObj<MotcuaAddressField>;

const haDong = {
  value: { ...none, commune: '10015', detail: 'Số 12, phố Lê Lợi' },
  communeLabel: 'Phường Hà Đông',
  provinceLabel: 'Thành phố Hà Nội',
};

export const Empty: Story = { name: 'Trống' };
export const Filled: Story = { name: 'Đã điền', args: haDong };
export const OnlyVietnam: Story = { name: 'Chỉ ở Việt Nam', args: { ...haDong, abroadAllowed: false } };
export const Abroad: Story = {
  name: 'Ở nước ngoài',
  args: {
    value: { ...none, country: 'JP', foreign: '2-8-1 Nishi-Shinjuku, Shinjuku-ku, Tokyo' },
    countryLabel: 'Nhật Bản',
  },
};
export const Former: Story = {
  name: 'Địa chỉ cũ, nay là một nơi',
  args: { value: { ...none, former: '00001', communeTyped: 'Phường Phúc Xá' } },
};
export const FormerDivided: Story = {
  name: 'Địa chỉ cũ, nay thuộc nhiều nơi',
  args: { value: { ...none, former: '00004', communeTyped: 'Phường Trúc Bạch' } },
};
export const WrongPart: Story = {
  name: 'Sai một phần',
  args: { partErrors: { commune: 'Chọn xã, phường, đặc khu nơi cư trú của người mẹ.' } },
};
export const Wrong: Story = { name: 'Sai cả địa chỉ', args: { error: 'Nhập nơi cư trú của người mẹ.' } };
export const ReadOnly: Story = { name: 'Chỉ đọc', args: { ...haDong, readonly: true } };
