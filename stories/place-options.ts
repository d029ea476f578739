/** A few communes and countries for stories; the real lists come from the gateway. */
import type { ComboboxOption } from '@motcua/widgets/combobox-field';

export const communes: readonly ComboboxOption[] = [
  { value: '10015', label: 'Phường Hà Đông', detail: 'Thành phố Hà Nội', icon: 'place', ranges: [[7, 14]] },
  { value: '11293', label: 'Xã Hà Đông', detail: 'Thành phố Hải Phòng', icon: 'place', ranges: [[3, 10]] },
  {
    value: '16021',
    label: 'Xã Hà Đông, huyện Hà Trung, Thanh Hóa',
    detail: 'Nay thuộc xã Hà Trung, tỉnh Thanh Hóa',
    icon: 'former',
    group: 'Tên cũ, trước ngày 01/7/2025',
    ranges: [[3, 10]],
  },
  {
    value: '',
    label: 'Quận Hà Đông, thành phố Hà Nội',
    detail: 'Nay gồm nhiều phường. Chọn để xem danh sách.',
    icon: 'former',
    group: 'Tên cũ, trước ngày 01/7/2025',
    ranges: [[5, 12]],
    refine: 'phường Hà Đông',
  },
];

export const countries: readonly ComboboxOption[] = [
  { value: 'KR', label: 'Hàn Quốc' },
  { value: 'LA', label: 'Lào' },
  { value: 'JP', label: 'Nhật Bản' },
];

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();

export function searchCommunes(query: string): readonly ComboboxOption[] {
  return query === '' ? [] : communes.filter(({ label }) => fold(label).includes(fold(query)));
}

export function searchCountries(query: string): readonly ComboboxOption[] {
  return countries.filter(({ label }) => fold(label).includes(fold(query)));
}
