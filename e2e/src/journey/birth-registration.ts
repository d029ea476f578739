/** The declaration of a birth by the mother, page by page, as a citizen fills it. */
import { makePng } from './papers.js';
import { child, daysAgo, father, mother } from './people.js';
import type { Driver } from './driver.js';
import { expect } from './expect.js';

export const pages = [
  'start',
  'agency',
  'requester',
  'child',
  'mother',
  'father',
  'copies-delivery',
  'papers',
  'review',
] as const;
export type PageName = (typeof pages)[number];

export const headings: Readonly<Record<PageName | 'confirmation', RegExp>> = {
  start: /^Đăng ký khai sinh$/,
  agency: /^Nơi đăng ký$/,
  requester: /^Thông tin người yêu cầu$/,
  child: /^Thông tin trẻ được khai sinh$/,
  mother: /^Thông tin người mẹ$/,
  father: /^Thông tin người cha$/,
  'copies-delivery': /^Bản sao và nhận kết quả$/,
  papers: /^Giấy tờ đính kèm$/,
  review: /^Xem lại thông tin đã khai$/,
  confirmation: /^Đã gửi hồ sơ đăng ký khai sinh$/,
};

/** Fills what a page asks, without leaving it. */
export const fillPage: Readonly<Record<PageName, (driver: Driver) => Promise<void>>> = {
  start: async () => undefined,
  agency: async (driver) => {
    await driver.pick('Xã, phường, đặc khu', 'ha dong', 'Phường Hà Đông, Thành phố Hà Nội');
  },
  requester: async (driver) => {
    await driver.select('Quan hệ với trẻ', 'Mẹ');
    await driver.fill('Họ, chữ đệm và tên', mother.fullName);
    await driver.choose('Loại giấy tờ tùy thân', 'Thẻ căn cước');
    await driver.fill('Số định danh cá nhân', mother.citizenNumber);
    await driver.address('Nơi cư trú', 'ha dong', 'Phường Hà Đông, Thành phố Hà Nội', mother.street);
    await driver.fill('Số điện thoại', mother.phone);
  },
  child: async (driver) => {
    const born = daysAgo(10);
    await driver.fill('Họ, chữ đệm và tên của trẻ', child.fullName);
    await driver.date('Ngày, tháng, năm sinh', born.day, born.month, born.year);
    await driver.choose('Giới tính', 'Nữ');
    await driver.pick('Dân tộc', 'kinh', 'Kinh');
    await driver.pick('Quốc tịch', 'viet nam', 'Việt Nam');
    await driver.address('Nơi sinh', 'ha dong', 'Phường Hà Đông, Thành phố Hà Nội', 'Bệnh viện Đa khoa Hà Đông');
    await driver.address('Quê quán', 'ha trung', 'Xã Hà Trung, Tỉnh Thanh Hoá');
    await driver.choose('Cha, mẹ của trẻ', 'Đã xác định được cả cha lẫn mẹ');
  },
  mother: async (driver) => {
    await expect(
      async () => (await driver.text('Họ, chữ đệm và tên').inputValue()) === mother.fullName,
      'the mother has the requester’s name',
    );
    await driver.date('Ngày, tháng, năm sinh', '14', '03', '1998');
    await driver.pick('Dân tộc', 'kinh', 'Kinh');
    await driver.pick('Quốc tịch', 'viet nam', 'Việt Nam');
  },
  father: async (driver) => {
    await driver.fill('Họ, chữ đệm và tên', father.fullName);
    await driver.page.getByRole('radio', { name: 'Chỉ năm' }).check({ force: true });
    await driver.page.getByRole('textbox', { name: 'Năm' }).fill(father.birthYear);
    await driver.pick('Dân tộc', 'tay', 'Tày');
    await driver.pick('Quốc tịch', 'viet nam', 'Việt Nam');
    await driver.address('Nơi cư trú', 'hoa khanh', 'Phường Hoà Khánh, Thành phố Đà Nẵng');
  },
  'copies-delivery': async (driver) => {
    await driver.choose('Cần cấp bản sao Giấy khai sinh', 'Có');
    await driver.fill('Số bản sao', '2');
    await driver.choose('Cách nhận kết quả', 'Nhận tại cơ quan giải quyết');
  },
  papers: async (driver) => {
    await driver.choose('Giấy tờ về việc sinh', 'Giấy chứng sinh');
    await attach(driver, 'Giấy chứng sinh', 'giay-chung-sinh.png', makePng(300, 400));
  },
  review: async (driver) => {
    await driver.page.getByRole('checkbox').check({ force: true });
  },
};

/** Gives a file to the paper of that name and waits until it is uploaded and checked. */
export async function attach(driver: Driver, paper: string, name: string, buffer: Buffer): Promise<void> {
  const field = driver.page.getByRole('group', { name: new RegExp(`^${paper}`) });
  await field.locator('input[type=file]').last().setInputFiles({ name, mimeType: 'image/png', buffer });
  await field.getByText('Đã tải lên').waitFor();
}

/** Leaves the page forward. */
export async function leavePage(driver: Driver, page: PageName): Promise<void> {
  if (page === 'start') await driver.press('Bắt đầu hồ sơ mới');
  else if (page === 'review') await driver.press('Gửi hồ sơ đăng ký khai sinh');
  else await driver.press('Tiếp tục');
}

/** Goes from the start up to a page (which is then open and empty), or to the confirmation. */
export async function goTo(
  driver: Driver,
  goal: PageName | 'confirmation',
  from: PageName = 'start',
  each?: (page: PageName) => Promise<void>,
): Promise<void> {
  for (const page of pages.slice(pages.indexOf(from))) {
    await driver.heading(headings[page]);
    if (page === goal) return;
    await fillPage[page](driver);
    await each?.(page);
    await leavePage(driver, page);
  }
  await driver.heading(headings.confirmation);
}
