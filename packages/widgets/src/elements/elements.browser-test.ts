import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../define/elements.js';
import type { MotcuaEditEvent, MotcuaGotoEvent, MotcuaGotoStepEvent } from '../base/events.js';
import { findViolations } from '../testing/find-violations.js';
import { emptyAddress, type MotcuaAddressField } from './address-field/address-field.js';
import type { MotcuaButton } from './button/button.js';
import type { MotcuaDateField } from './date-field/date-field.js';
import type { MotcuaDialog } from './dialog/dialog.js';
import type { MotcuaErrorSummary } from './error-summary/error-summary.js';
import type { MotcuaLiveRegion } from './live-region/live-region.js';
import type { MotcuaPartialDateField } from './partial-date-field/partial-date-field.js';
import type { MotcuaProgress } from './progress/progress.js';
import type { MotcuaReviewList } from './review-list/review-list.js';
import type { MotcuaTag } from './tag/tag.js';
import type { MotcuaTicket } from './ticket/ticket.js';

const mount = async <Mounted extends Element>(
  template: TemplateResult,
): Promise<Mounted & { shadowRoot: ShadowRoot }> =>
  (await fixture<Mounted>(template)) as Mounted & { shadowRoot: ShadowRoot };

describe('motcua-button', () => {
  it('refuses a second press while busy, keeps its width and stays focusable', async () => {
    const button = await mount<MotcuaButton>(
      html`<motcua-button variant="primary" busy-label="Gửi">Gửi hồ sơ đăng ký khai sinh</motcua-button>`,
    );
    let presses = 0;
    button.addEventListener('click', () => (presses += 1));
    const inner = button.shadowRoot.querySelector('button')!;
    const width = inner.offsetWidth;
    inner.click();
    button.busy = true;
    await button.updateComplete;
    inner.click();
    expect(presses).to.equal(1);
    expect(inner.offsetWidth).to.equal(width);
    expect(inner.textContent?.trim()).to.equal('Gửi');
    button.focus();
    expect(button.shadowRoot.activeElement).to.equal(inner);
  });
});

describe('motcua-date-field', () => {
  it('reports the three texts as typed, edges only the wrong part and focuses it', async () => {
    const field = await mount<MotcuaDateField>(
      html`<motcua-date-field
        label="Ngày sinh"
        error="Tháng 2 năm 1998 không có ngày 30."
        .wrongParts=${['day']}
        .value=${{ day: '30', month: '02', year: '' }}
      ></motcua-date-field>`,
    );
    const values: unknown[] = [];
    field.addEventListener('motcua-input', (event) => values.push(event.value));
    const year = field.shadowRoot.querySelector<HTMLInputElement>('#year')!;
    year.value = '1998';
    year.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(values).to.deep.equal([{ day: '30', month: '02', year: '1998' }]);
    const wrong = [...field.shadowRoot.querySelectorAll('[aria-invalid]')].map(({ id }) => id);
    expect(wrong).to.deep.equal(['day']);
    field.focus();
    expect(field.shadowRoot.activeElement?.id).to.equal('day');
    field.focusPart('year');
    expect(field.shadowRoot.activeElement?.id).to.equal('year');
  });

  it('does not report leaving while focus goes from box to box', async () => {
    const field = await mount<MotcuaDateField>(html`<motcua-date-field label="Ngày sinh"></motcua-date-field>`);
    let left = 0;
    field.addEventListener('motcua-blur', () => (left += 1));
    field.focusPart('day');
    field.focusPart('month');
    expect(left).to.equal(0);
  });
});

describe('motcua-partial-date-field', () => {
  it('shows only the boxes needed and brings back what was typed', async () => {
    const field = await mount<MotcuaPartialDateField>(
      html`<motcua-partial-date-field
        label="Ngày sinh"
        .value=${{ precision: 'day', day: '14', month: '03', year: '1998' }}
      ></motcua-partial-date-field>`,
    );
    const boxes = (): string[] =>
      [...field.shadowRoot.querySelectorAll<HTMLInputElement>('.date-part input')].map(
        ({ id, value }) => `${id} ${value}`,
      );
    const segments = field.shadowRoot.querySelectorAll<HTMLInputElement>('.segment input');
    segments[2]?.click();
    await field.updateComplete;
    expect(boxes()).to.deep.equal(['year 1998']);
    segments[0]?.click();
    await field.updateComplete;
    expect(boxes()).to.deep.equal(['day 14', 'month 03', 'year 1998']);
  });
});

describe('motcua-address-field', () => {
  const empty = emptyAddress;

  it('reports one whole address for the input of any part, and no event of the parts', async () => {
    const field = await mount<MotcuaAddressField>(
      html`<motcua-address-field label="Nơi cư trú" abroad-allowed .value=${empty}></motcua-address-field>`,
    );
    const values: unknown[] = [];
    field.addEventListener('motcua-input', (event) => values.push(event.value));
    const input = field.shadowRoot.querySelector('#detail')!.shadowRoot!.querySelector('input')!;
    input.value = 'Số 12';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    expect(values).to.deep.equal([{ ...empty, detail: 'Số 12' }]);
  });

  it('keeps the parts that are put away when one goes abroad and comes back', async () => {
    const field = await mount<MotcuaAddressField>(
      html`<motcua-address-field
        label="Nơi cư trú"
        abroad-allowed
        .value=${{ ...empty, detail: 'Số 12', commune: '10015' }}
      ></motcua-address-field>`,
    );
    const choose = async (at: number): Promise<void> => {
      field.shadowRoot.querySelector('#where')!.shadowRoot!.querySelectorAll('input')[at]!.click();
      await field.updateComplete;
    };
    await choose(1);
    expect(field.shadowRoot.querySelector('#foreign')).to.not.equal(null);
    expect(field.value.country).to.equal('');
    await choose(0);
    expect(field.value).to.deep.equal({ ...empty, detail: 'Số 12', commune: '10015' });
  });

  it('focuses the first wrong part', async () => {
    const field = await mount<MotcuaAddressField>(
      html`<motcua-address-field
        label="Nơi cư trú"
        .value=${empty}
        .partErrors=${{ detail: 'Nhập số nhà.' }}
      ></motcua-address-field>`,
    );
    field.focus();
    expect(field.shadowRoot.activeElement?.id).to.equal('detail');
  });
});

describe('motcua-error-summary', () => {
  const issues = Array.from({ length: 23 }, (_, at) => ({ pointer: `/field/${at}`, message: `Nhập mục ${at + 1}.` }));

  it('takes focus, shows twenty rows and counts the rest', async () => {
    const summary = await mount<MotcuaErrorSummary>(
      html`<motcua-error-summary .issues=${issues}></motcua-error-summary>`,
    );
    summary.focus();
    await summary.updateComplete;
    expect(summary.shadowRoot.activeElement?.getAttribute('aria-labelledby')).to.equal('heading');
    expect(summary.shadowRoot.querySelectorAll('button').length).to.equal(20);
    expect(summary.shadowRoot.querySelector('h2')?.textContent).to.contain('Cần sửa 23 chỗ trước khi tiếp tục');
    expect(summary.shadowRoot.querySelector('.more')?.textContent).to.equal('và 3 chỗ khác');
  });

  it('asks for the field of the row chosen', async () => {
    const summary = await mount<MotcuaErrorSummary>(
      html`<motcua-error-summary .issues=${issues}></motcua-error-summary>`,
    );
    const asked: string[] = [];
    summary.addEventListener('motcua-goto', (event: MotcuaGotoEvent) => asked.push(event.pointer));
    summary.shadowRoot.querySelectorAll('button')[4]?.click();
    expect(asked).to.deep.equal(['/field/4']);
  });
});

describe('motcua-progress and motcua-review-list', () => {
  it('let finished steps be chosen and later ones not', async () => {
    const progress = await mount<MotcuaProgress>(
      html`<motcua-progress
        linked
        .steps=${['done', 'current', 'later'].map((status) => ({ id: status, title: status, status }))}
      ></motcua-progress>`,
    );
    const chosen: string[] = [];
    progress.addEventListener('motcua-goto-step', (event: MotcuaGotoStepEvent) => chosen.push(event.stepId));
    for (const button of progress.shadowRoot.querySelectorAll('button')) button.click();
    expect(chosen).to.deep.equal(['done']);
    expect(progress.shadowRoot.querySelector('[aria-current=step]')?.textContent).to.contain('current');
  });

  it('name the section in "Sửa" and report it', async () => {
    const list = await mount<MotcuaReviewList>(
      html`<motcua-review-list
        .sections=${[{ id: 'mother', title: 'Người mẹ', rows: [{ label: 'Ghi chú', value: '' }] }]}
      ></motcua-review-list>`,
    );
    const edited: string[] = [];
    list.addEventListener('motcua-edit', (event: MotcuaEditEvent) => edited.push(event.sectionId));
    const button = list.shadowRoot.querySelector('button')!;
    button.click();
    expect(edited).to.deep.equal(['mother']);
    expect(button.getAttribute('aria-label')).to.equal('Sửa mục Người mẹ');
    expect(list.shadowRoot.querySelector('.value')?.textContent).to.equal('Không có');
    list.focusSection('mother');
    expect(list.shadowRoot.activeElement).to.equal(button);
  });
});

describe('motcua-ticket', () => {
  it('lets codes break only where they may and draws the QR code as one path', async () => {
    const ticket = await mount<MotcuaTicket>(
      html`<motcua-ticket
        qr="https://example.gov.vn/tra-cuu#TN-7K3M-Q9XD-2F8P"
        .codes=${[
          { label: 'Mã hồ sơ', value: '000.00.12.H26-261120-0047', main: true },
          { label: 'Mã tra cứu', value: '7KQ4-M9XD-0A', breaks: 'each-hyphen' },
        ]}
      ></motcua-ticket>`,
    );
    const pieces = [...ticket.shadowRoot.querySelectorAll('dd')].map((dd) =>
      [...dd.querySelectorAll('.nowrap')].map(({ textContent }) => textContent),
    );
    expect(pieces).to.deep.equal([
      ['000.00.12.H26-', '261120-0047'],
      ['7KQ4-', 'M9XD-', '0A'],
    ]);
    expect(ticket.shadowRoot.querySelector('dd')?.textContent?.trim()).to.equal('000.00.12.H26-261120-0047');
    expect(ticket.shadowRoot.querySelectorAll('svg.qr path').length).to.equal(1);
    expect(ticket.shadowRoot.querySelector('img, image')).to.equal(null);
  });
});

describe('motcua-tag', () => {
  it('shows the official words of a state and the raw words of one it does not know', async () => {
    const tag = await mount<MotcuaTag>(html`<motcua-tag state="completed"></motcua-tag>`);
    expect(tag.shadowRoot.textContent?.trim()).to.equal('Đã xử lý xong');
    expect(tag.shadowRoot.querySelector('.tone-success svg')).to.not.equal(null);
    tag.state = 'toString';
    await tag.updateComplete;
    expect(tag.shadowRoot.querySelector('.tone-neutral')?.textContent).to.equal('toString');
  });
});

describe('motcua-dialog', () => {
  it('focuses the safe answer, and Escape is a no', async () => {
    const dialog = await mount<MotcuaDialog>(
      html`<motcua-dialog heading="Xóa bản nháp?" confirm-label="Xóa bản nháp"></motcua-dialog>`,
    );
    const answer = dialog.ask();
    await dialog.updateComplete;
    expect(dialog.shadowRoot.activeElement?.textContent?.trim()).to.equal('Quay lại');
    dialog.shadowRoot.querySelector('dialog')!.close();
    expect(await answer).to.equal(false);
    const second = dialog.ask();
    await dialog.updateComplete;
    dialog.shadowRoot.querySelector<HTMLButtonElement>('.destructive')!.click();
    expect(await second).to.equal(true);
  });

  it('hears the answer to a question that was asked as soon as the last one closed', async () => {
    const dialog = await mount<MotcuaDialog>(html`<motcua-dialog confirm-label="Xóa bản nháp"></motcua-dialog>`);
    const native = dialog.shadowRoot.querySelector('dialog')!;
    const first = dialog.ask();
    await dialog.updateComplete;
    const closed = new Promise((resolve) => native.addEventListener('close', resolve, { once: true }));
    native.close();
    const second = dialog.ask();
    await closed;
    expect(native.open).to.equal(true);
    dialog.shadowRoot.querySelector<HTMLButtonElement>('.destructive')!.click();
    expect([await first, await second]).to.deep.equal([false, true]);
  });
});

describe('motcua-live-region', () => {
  it('says what elements beside it announce, and says it once', async () => {
    const root = await mount<HTMLDivElement>(
      html`<div><motcua-live-region></motcua-live-region><motcua-tag label="x"></motcua-tag></div>`,
    );
    const region = root.querySelector<MotcuaLiveRegion>('motcua-live-region')!;
    const tag = root.querySelector<MotcuaTag>('motcua-tag')!;
    (tag as unknown as { announce(message: string): void }).announce('Đã lưu.');
    region.announce('Mất kết nối.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(region.shadowRoot?.textContent?.trim()).to.equal('Đã lưu. Mất kết nối.');
    expect(tag.shadowRoot?.querySelector('[role=status]')).to.equal(null);
  });
});

describe('elements on a hostile page', () => {
  it('keep display, type and colour under `* { all: unset }` and a strange inherited font', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { all: unset } .host { color: rgb(255, 0, 255); font: italic 40px/1 serif; text-transform: uppercase; letter-spacing: normal }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const host = await mount<HTMLDivElement>(
        html`<div class="host"><motcua-text-field label="Họ và tên"></motcua-text-field></div>`,
      );
      const style = getComputedStyle(host.querySelector('motcua-text-field')!);
      expect([style.display, style.fontSize, style.fontStyle, style.textTransform, style.color]).to.deep.equal([
        'block',
        '16px',
        'normal',
        'none',
        'rgb(18, 38, 43)',
      ]);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  });

  it('write no style attribute from markup, so a strict policy has nothing to block', async () => {
    const page = await mount<HTMLDivElement>(
      html`<div>
        <motcua-file-field
          label="Giấy"
          .rows=${[{ id: '1', name: 'a', size: 10, state: { kind: 'uploading', sent: 5 } }]}
        ></motcua-file-field>
        <motcua-ticket qr="x" .codes=${[]}></motcua-ticket><motcua-band></motcua-band>
      </div>`,
    );
    for (const element of page.querySelectorAll('*'))
      expect(element.shadowRoot?.querySelector('[style], style, img') ?? null).to.equal(null);
  });

  it('are free of axe violations together', async () => {
    const page = await mount<HTMLDivElement>(
      html`<main>
        <motcua-header heading="Đăng ký khai sinh" subtitle="UBND phường Hà Đông"></motcua-header>
        <motcua-notice tone="warning" heading="Cần bổ sung" heading-level="2">Chụp lại trang 2.</motcua-notice>
        <motcua-facts .rows=${[{ key: 'Lệ phí', value: 'Không thu' }]}></motcua-facts>
        <motcua-due-card clock="late" .rows=${[{ key: 'Hẹn trả', value: '30/11/2026', date: true }]}></motcua-due-card>
        <motcua-help heading="Cần giúp đỡ: gọi 1022" phone="1022" text="Giờ làm việc."></motcua-help>
        <motcua-spinner label="Đang mở"></motcua-spinner>
      </main>`,
    );
    expect(await findViolations(page)).to.deep.equal([]);
  });
});
