import { expect, fixture, html } from '@open-wc/testing';
import type { Letter, ReceptionSlip, Register } from '@motcua/schemas';
import '../../define/letter.js';
import '../../define/register.js';
import { ContextProvider } from '@lit/context';
import { localeContext } from '../../context/locale-context.js';
import { findViolations } from '../../testing/find-violations.js';
import { loadTexts } from '../../text/load-texts.js';
import type { MotcuaRegister } from '../register/register.js';
import type { MotcuaLetter } from './letter.js';

const common = {
  sequence: 2,
  issuedAt: '2026-11-20T02:05:00.000Z',
  code: '000.00.12.H26-261120-0047',
  provisionalCode: 'TN-7K3M-Q9XD-2F8P',
  officialCode: '000.00.12.H26-261120-0047',
  agency: {
    code: '09556',
    name: { vi: 'Ủy ban nhân dân phường Hà Đông', en: 'People’s Committee of Ha Dong Ward' },
    provinceCode: '01',
    provinceName: { vi: 'Thành phố Hà Nội', en: 'Hà Nội City' },
  },
  procedure: {
    slug: 'civil-status/birth-registration',
    code: '1.001193',
    version: '1.0.0',
    planHash: 'a'.repeat(64),
    title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  },
  applicant: { name: 'Nguyễn Thị Hồng Ẵm', phone: '0912 345 678' },
  payloadHash: 'b'.repeat(64),
};

const slip: ReceptionSlip = {
  kind: 'receptionSlip',
  form: '01',
  ...common,
  papers: [{ name: { vi: 'Giấy chứng sinh', en: 'Birth certificate' }, electronicFiles: 2 }],
  sets: 1,
  timeLimit: { workingDays: 0 },
  receivedAt: '2026-11-20T02:05:00.000Z',
  dueAt: '2026-11-20T10:00:00.000Z',
  officer: 'Hoàng Thị Mến',
  jws: 'a.b.c',
};

const letters: readonly Letter[] = [
  slip,
  {
    kind: 'supplementRequest',
    form: '02',
    ...common,
    items: [
      { label: { vi: 'Số định danh (Người mẹ)' }, reason: 'Kiểm tra lại số.', pointer: '/mother/citizenNumber' },
      { label: { vi: 'Giấy tờ tùy thân' }, reason: 'Mang bản chính.', document: 'identity-paper' },
    ],
    note: 'Quầy số 3.',
  },
  { kind: 'refusal', form: '03', ...common, reason: 'Không thuộc thẩm quyền.\nNộp tại nơi cư trú.' },
  { kind: 'apology', form: '04', ...common, reason: 'Cần xác minh.', dueAt: '2026-11-25T10:00:00.000Z' },
  {
    kind: 'controlSheet',
    form: '05',
    ...common,
    steps: [
      { sequence: 1, at: common.issuedAt, move: 'submit', state: { name: 'submitted' }, actor: 'applicant' },
      { sequence: 2, at: common.issuedAt, state: { name: 'unknown', rawLabel: 'Chờ liên thông' }, actor: 'system' },
      {
        sequence: 3,
        at: common.issuedAt,
        move: 'complete',
        state: { name: 'completed' },
        actor: 'officer',
        officer: 'Đặng Hữu Nghĩa',
        timing: 'late',
      },
    ],
  },
  {
    kind: 'result',
    ...common,
    files: [{ name: 'Giấy khai sinh.pdf', size: 184_320, sha256: 'c'.repeat(64) }],
    completedAt: common.issuedAt,
    returnedAt: common.issuedAt,
  },
];

const register: Register = {
  form: '06',
  agency: common.agency,
  from: '2026-11-16',
  to: '2026-11-20',
  issuedAt: common.issuedAt,
  rows: [
    {
      number: 1,
      code: common.code,
      procedure: { slug: common.procedure.slug, title: common.procedure.title },
      applicant: common.applicant.name,
      sets: 1,
      receivedAt: common.issuedAt,
      state: { name: 'received' },
    },
  ],
};

type Drawn<Element> = Element & { shadowRoot: ShadowRoot };

async function draw(letter: Letter, locale: 'vi' | 'en' = 'vi'): Promise<Drawn<MotcuaLetter>> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  if (locale === 'en') new ContextProvider(host, { context: localeContext, initialValue: await loadTexts('en') });
  const element = document.createElement('motcua-letter');
  element.letter = letter;
  host.append(element);
  await element.updateComplete;
  return element as Drawn<MotcuaLetter>;
}

const read = (element: Drawn<HTMLElement>): string =>
  (element.shadowRoot.querySelector('.sheet')?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Holds the print dialog open until `close` is called, as a browser that prints does. */
function catchPrint(): { opened: () => number; close(): void; restore(): void } {
  const real = window.print;
  let count = 0;
  window.print = () => void (count += 1);
  return {
    opened: () => count,
    close: () => void dispatchEvent(new Event('afterprint')),
    restore: () => void (window.print = real),
  };
}

describe('motcua-letter', () => {
  for (const letter of letters) {
    for (const locale of ['vi', 'en'] as const) {
      it(`draws ${letter.kind} in ${locale} as a headed sheet without violations`, async () => {
        const element = await draw(letter, locale);
        const sheet = element.shadowRoot.querySelector('.sheet')!;
        expect(sheet.getAttribute('lang')).to.equal('vi');
        expect(element.shadowRoot.querySelectorAll('h2').length).to.equal(1);
        for (const table of element.shadowRoot.querySelectorAll('table')) {
          expect(table.caption?.textContent?.trim()).not.to.equal('');
          for (const row of table.querySelectorAll('tbody tr'))
            expect(row.querySelectorAll('th[scope=row]').length).to.equal(1);
        }
        expect(await findViolations(element)).to.deep.equal([]);
      });
    }
  }

  it('says every fact of a reception slip, times in Việt Nam', async () => {
    const text = read(await draw(slip));
    for (const said of [
      'ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Thành phố Hà Nội, ngày 20 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: 000.00.12.H26-261120-0047',
      'Tiếp nhận hồ sơ của: Nguyễn Thị Hồng Ẵm',
      'Số lượng hồ sơ: 01 bộ',
      'Thời gian giải quyết theo quy định: Trong ngày làm việc',
      'Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 20 tháng 11 năm 2026',
      'Thời gian trả kết quả: 17 giờ 00 phút, ngày 20 tháng 11 năm 2026',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Hoàng Thị Mến',
      'Mẫu số 01',
      'đã được ký số',
    ])
      expect(text).to.include(said);
    expect(text, 'a fact that is not known has no line').not.to.include('Địa chỉ');
  });

  it('stays Vietnamese on an English page, with the meaning beneath in its own language', async () => {
    const element = await draw(slip, 'en');
    expect(read(element)).to.include('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
    const glosses = [...element.shadowRoot.querySelectorAll('.gloss')];
    expect(glosses.every((gloss) => gloss.getAttribute('lang') === 'en')).to.equal(true);
    expect(glosses.map(({ textContent }) => textContent)).to.include('Reception slip with the date of the result');
    expect((await draw(slip)).shadowRoot.querySelector('.gloss')).to.equal(null);
  });

  it('says of an unsigned letter that it is a preview', async () => {
    const { jws: _, ...unsigned } = slip;
    const text = read(await draw(unsigned));
    expect(text).to.include('Bản xem trước');
    expect(text).not.to.include('đã được ký số');
  });

  it('is black on white in every theme', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.style.setProperty('--motcua-color-text', '#fff');
    host.style.setProperty('--motcua-color-surface', '#000');
    const element = document.createElement('motcua-letter');
    element.letter = slip;
    host.append(element);
    await element.updateComplete;
    const style = getComputedStyle(element.shadowRoot!.querySelector('.sheet')!);
    expect(style.color).to.equal('rgb(0, 0, 0)');
    expect(style.backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('leaves stacked marks their room: every line of text is at least 1.43 times its size', async () => {
    const element = await draw(slip, 'en');
    for (const part of element.shadowRoot.querySelectorAll<HTMLElement>('p, dt, dd, th, td, h2, .gloss')) {
      const { fontSize, lineHeight, overflow } = getComputedStyle(part);
      if (part.closest('.visually-hidden')) continue;
      expect(parseFloat(lineHeight) / parseFloat(fontSize), part.className).to.be.at.least(1.46);
      expect(overflow).to.equal('visible');
    }
  });

  it('fits a narrow screen with words that cannot break', async () => {
    const long = { ...slip, applicant: { name: 'Ẵ'.repeat(60), email: `${'x'.repeat(90)}@vidu.vn` } };
    const host = await fixture<HTMLElement>(html`<div style="width: 320px"></div>`);
    const element = document.createElement('motcua-letter');
    element.letter = long;
    host.append(element);
    await element.updateComplete;
    expect(host.scrollWidth).to.equal(320);
  });

  it('prints a copy of the sheet alone on A5, and leaves the page as it was', async () => {
    const element = await draw(slip);
    const sheets = document.adoptedStyleSheets.length;
    const caught = catchPrint();
    try {
      const printed = element.print();
      await element.updateComplete;
      await Promise.resolve();
      expect(caught.opened()).to.equal(1);
      const copy = document.querySelector('[data-motcua-printing]')!;
      expect(copy.parentElement).to.equal(document.body);
      expect(copy.firstElementChild!.shadowRoot!.querySelector('.sheet')!.textContent).to.equal(
        element.shadowRoot.querySelector('.sheet')!.textContent,
      );
      expect(getComputedStyle(copy).display, 'nothing of it is seen on the screen').to.equal('none');
      const rules = [...document.adoptedStyleSheets.at(-1)!.cssRules].map(({ cssText }) => cssText);
      expect(rules.join(' ')).to.match(/@page\s*{[^}]*size: a5/i);
      caught.close();
      await printed;
      expect(document.querySelector('[data-motcua-printing]')).to.equal(null);
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
    } finally {
      caught.restore();
    }
  });

  it('draws nothing without a letter', async () => {
    const element = await fixture<Drawn<MotcuaLetter>>(html`<motcua-letter></motcua-letter>`);
    expect(element.shadowRoot.querySelector('.sheet')).to.equal(null);
  });
});

describe('motcua-register', () => {
  const drawRegister = (value: Register): Promise<Drawn<MotcuaRegister>> =>
    fixture<Drawn<MotcuaRegister>>(html`<motcua-register .register=${value}></motcua-register>`);

  it('lists each dossier in a row that its code names, without violations', async () => {
    const element = await drawRegister(register);
    expect(element.shadowRoot.querySelector('tbody th[scope=row]')?.textContent?.trim()).to.equal(common.code);
    const text = read(element);
    expect(text).to.include('SỔ THEO DÕI HỒ SƠ');
    expect(text).to.include('Từ 16/11/2026 đến 20/11/2026');
    expect(text).to.include('Mẫu số 06');
    expect(await findViolations(element)).to.deep.equal([]);
  });

  it('says that there is none, and that more follow', async () => {
    expect(read(await drawRegister({ ...register, rows: [] }))).to.include('Không có hồ sơ nào');
    expect(read(await drawRegister({ ...register, next: 1 }))).to.include('Còn hồ sơ');
  });

  it('prints on A4', async () => {
    const element = await drawRegister(register);
    const caught = catchPrint();
    try {
      const printed = element.print();
      await element.updateComplete;
      await Promise.resolve();
      const rules = [...document.adoptedStyleSheets.at(-1)!.cssRules].map(({ cssText }) => cssText);
      expect(rules.join(' ')).to.match(/size: a4 landscape/i);
      caught.close();
      await printed;
    } finally {
      caught.restore();
    }
  });
});
