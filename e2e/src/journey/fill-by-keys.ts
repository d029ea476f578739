/** The birth registration answered by keys alone, page by page. */
import assert from 'node:assert/strict';
import type { PageName } from './birth-registration.js';
import type { Keyboard } from './keyboard.js';
import { makePng } from './papers.js';
import { child, daysAgo, father, mother } from './people.js';

/** What each page asks, answered by keys alone. */
export const fillByKeys: Readonly<Record<Exclude<PageName, 'start'>, (keys: Keyboard) => Promise<void>>> = {
  agency: async (keys) => {
    await keys.select('Tỉnh, thành phố', 'Thành phố Hà Nội');
    await keys.pick('Xã, phường, đặc khu', 'dong da', 'Phường Đống Đa, Thành phố Hà Nội');
    await keys.pressButton('Xóa nội dung đã chọn');
    assert.equal((await keys.focus()).role, 'combobox', 'a choice that is cleared leaves the focus in its box');
    await keys.pick('Xã, phường, đặc khu', 'ha dong', 'Phường Hà Đông, Thành phố Hà Nội');
  },
  requester: async (keys) => {
    await keys.select('Quan hệ với trẻ', 'Mẹ');
    await keys.type('Họ, chữ đệm và tên', mother.fullName);
    await keys.choose('Loại giấy tờ tùy thân', 'Thẻ căn cước');
    await keys.type('Số định danh cá nhân', mother.citizenNumber);
    await keys.address('Nơi cư trú', 'ha dong', 'Phường Hà Đông, Thành phố Hà Nội', mother.street);
    await keys.type('Số điện thoại', mother.phone);
  },
  child: async (keys) => {
    const born = daysAgo(10);
    await keys.type('Họ, chữ đệm và tên của trẻ', child.fullName);
    await keys.date('Ngày, tháng, năm sinh', born.day, born.month, born.year);
    await keys.choose('Giới tính', 'Nữ');
    await keys.pick('Dân tộc', 'kinh', 'Kinh');
    await keys.pick('Quốc tịch', 'viet nam', 'Việt Nam');
    await keys.address('Nơi sinh', 'ha dong', 'Phường Hà Đông, Thành phố Hà Nội', 'Bệnh viện Đa khoa Hà Đông');
    await keys.address('Quê quán', 'ha trung', 'Xã Hà Trung, Tỉnh Thanh Hoá');
    await keys.choose('Cha, mẹ của trẻ', 'Đã xác định được cả cha lẫn mẹ');
  },
  mother: async (keys) => {
    await keys.date('Ngày, tháng, năm sinh', '14', '03', '1998');
    await keys.pick('Dân tộc', 'kinh', 'Kinh');
    await keys.pick('Quốc tịch', 'viet nam', 'Việt Nam');
  },
  father: async (keys) => {
    await keys.type('Họ, chữ đệm và tên', father.fullName);
    await keys.choose('Ngày, tháng, năm sinh', 'Chỉ năm');
    await keys.type('Năm', father.birthYear);
    await keys.pick('Dân tộc', 'tay', 'Tày');
    await keys.pick('Quốc tịch', 'viet nam', 'Việt Nam');
    await keys.address('Nơi cư trú', 'hoa khanh', 'Phường Hoà Khánh, Thành phố Đà Nẵng');
  },
  'copies-delivery': async (keys) => {
    await keys.choose('Cần cấp bản sao Giấy khai sinh', 'Có');
    await keys.type('Số bản sao', '2');
    await keys.choose('Cách nhận kết quả', 'Nhận tại cơ quan giải quyết');
  },
  papers: async (keys) => {
    await keys.choose('Giấy tờ về việc sinh', 'Giấy chứng sinh');
    const paper = keys.page.getByRole('group', { name: /^Giấy chứng sinh/ });
    const whole = { name: 'giay-chung-sinh.png', mimeType: 'image/png', buffer: makePng(300, 400) };
    await (await keys.chooseFile('Giấy chứng sinh')).setFiles({ ...whole, buffer: Buffer.from('Không phải ảnh.') });
    await paper.getByText('không phải ảnh JPG').waitFor();
    assert.match((await keys.focus()).name, /^Chọn tệp khác/, 'a refused file puts the focus on its cure');
    const chooser = keys.page.waitForEvent('filechooser');
    await keys.press('Enter');
    await (await chooser).setFiles(whole);
    await paper.getByText('Đã tải lên').waitFor();
    assert.ok(await isInGroup(keys, 'Giấy chứng sinh'), 'a file that arrives takes no focus away');
    await keys.pressButton(/^Xóa tệp|^Bỏ tệp/);
    await paper.getByText('Đã tải lên').waitFor({ state: 'detached' });
    assert.equal(
      (await keys.focus()).name,
      'Chọn tệp',
      'a file that is taken out puts the focus on the button for another',
    );
    await (await keys.chooseFile('Giấy chứng sinh')).setFiles(whole);
    await paper.getByText('Đã tải lên').waitFor();
    assert.ok(await isInGroup(keys, 'Giấy chứng sinh'));
  },
  review: (keys) => keys.tick(),
};

async function isInGroup(keys: Keyboard, group: string): Promise<boolean> {
  return (await keys.focus()).groups.some((name) => name.startsWith(group));
}
