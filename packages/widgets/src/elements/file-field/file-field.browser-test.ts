import { expect, fixture, html } from '@open-wc/testing';
import '../../define/file-field.js';
import type {
  MotcuaAnnounceEvent,
  MotcuaBeforePickEvent,
  MotcuaFileActionEvent,
  MotcuaFilesEvent,
} from '../../base/events.js';
import type { MotcuaFileField } from './file-field.js';
import type { FileRow } from './file-row.js';

const done: FileRow = { id: '1', name: 'trang-1.jpg', size: 1_200_000, state: { kind: 'done' } };
const sending: FileRow = {
  id: '2',
  name: 'trang-2.jpg',
  size: 3_100_000,
  state: { kind: 'uploading', sent: 1_930_000, secondsLeft: 8 },
};
const refused: FileRow = {
  id: '3',
  name: 'don.docx',
  size: 1,
  state: { kind: 'refused', message: 'Chụp ảnh tờ giấy rồi tải lên.', cure: 'choose' },
};

async function render(rows: readonly FileRow[] = []): Promise<MotcuaFileField> {
  return fixture<MotcuaFileField>(
    html`<motcua-file-field label="Giấy chứng sinh" multiple .rows=${rows}></motcua-file-field>`,
  );
}

function inside<Found extends Element = HTMLElement>(field: MotcuaFileField, selector: string): Found {
  const found = field.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** Counts how often the file dialog would open, without opening it. */
function countOpenings(field: MotcuaFileField): { times: number } {
  const openings = { times: 0 };
  inside(field, '#picker').addEventListener('click', (event) => {
    event.preventDefault();
    openings.times += 1;
  });
  return openings;
}

describe('motcua-file-field', () => {
  it('writes percentage, sizes and time left, and gives the bar the same figures', async () => {
    const field = await render([sending]);
    expect(inside(field, '.state').textContent?.trim()).to.equal('62 % · 1,9 trên 3,1\u00A0MB · còn khoảng 8 giây');
    expect(inside<HTMLProgressElement>(field, 'progress').value).to.equal(62);
  });

  it('opens the dialog at once when nobody asks to wait', async () => {
    const field = await render();
    const openings = countOpenings(field);
    inside(field, '#choose').click();
    expect(openings.times).to.equal(1);
  });

  it('opens the dialog only after what the listener waits for, even when that fails', async () => {
    const field = await render();
    const openings = countOpenings(field);
    let fail: (reason: Error) => void = () => undefined;
    field.addEventListener('motcua-before-pick', (event: MotcuaBeforePickEvent) =>
      event.waitUntil(new Promise((_resolve, reject) => (fail = reject))),
    );
    inside(field, '#choose').click();
    await Promise.resolve();
    expect(openings.times).to.equal(0);
    fail(new Error('storage is full'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(openings.times).to.equal(1);
  });

  it('opens the dialog before the browser forgets the press, though saving hangs', async () => {
    const field = await render();
    const opened = new Promise((resolve) =>
      inside(field, '#picker').addEventListener('click', resolve, { once: true }),
    );
    countOpenings(field);
    field.addEventListener('motcua-before-pick', (event: MotcuaBeforePickEvent) =>
      event.waitUntil(new Promise(() => undefined)),
    );
    inside(field, '#choose').click();
    await opened;
  });

  it('keeps the dialog closed when the listener prevents it', async () => {
    const field = await render();
    const openings = countOpenings(field);
    field.addEventListener('motcua-before-pick', (event) => event.preventDefault());
    inside(field, '#choose').click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(openings.times).to.equal(0);
  });

  it('hands over the files chosen, and says which refused row they replace', async () => {
    const field = await render([refused]);
    countOpenings(field);
    const events: MotcuaFilesEvent[] = [];
    field.addEventListener('motcua-files', (event: MotcuaFilesEvent) => events.push(event));
    inside(field, '.refused .secondary').click();
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-'], 'giay.pdf'));
    const picker = inside<HTMLInputElement>(field, '#picker');
    picker.files = transfer.files;
    picker.dispatchEvent(new Event('change'));
    expect(events.map(({ files, replaces }) => [files.map(({ name }) => name), replaces])).to.deep.equal([
      [['giay.pdf'], '3'],
    ]);
    expect(picker.files.length).to.equal(0);
  });

  it('takes dropped files', async () => {
    const field = await render();
    const transfer = new DataTransfer();
    transfer.items.add(new File(['x'], 'anh.jpg'));
    const given = new Promise<MotcuaFilesEvent>((resolve) =>
      field.addEventListener('motcua-files', resolve as EventListener, { once: true }),
    );
    inside(field, '.zone').dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
    const { files, source } = await given;
    expect([files.length, source]).to.deep.equal([1, 'drop']);
  });

  it('reports the button of each row by action and row', async () => {
    const field = await render([
      done,
      sending,
      { ...refused, state: { kind: 'refused', message: 'Tải lại sau.', cure: 'retry' } },
    ]);
    const actions: string[] = [];
    field.addEventListener('motcua-file-action', (event: MotcuaFileActionEvent) =>
      actions.push(`${event.action} ${event.rowId}`),
    );
    for (const button of field.shadowRoot?.querySelectorAll<HTMLButtonElement>('.row button') ?? []) button.click();
    expect(actions).to.deep.equal(['remove 1', 'cancel 2', 'retry 3', 'remove 3']);
  });

  it('announces what became of a file, and moves focus when its row is gone', async () => {
    const field = await render([sending]);
    const said: string[] = [];
    field.addEventListener('motcua-announce', (event: MotcuaAnnounceEvent) => said.push(event.message));
    field.rows = [{ ...sending, state: { kind: 'uploading', sent: 2_500_000 } }];
    await field.updateComplete;
    expect(said).to.deep.equal([]);
    field.rows = [{ ...sending, state: { kind: 'done' } }];
    await field.updateComplete;
    inside(field, '.row button').focus();
    field.rows = [];
    await field.updateComplete;
    expect(said).to.deep.equal(['Tệp trang-2.jpg đã tải lên.', 'Đã bỏ tệp trang-2.jpg.']);
    expect(field.shadowRoot?.activeElement?.id).to.equal('choose');
  });

  it('keeps the focus when the button that had it goes, and takes none that it did not have', async () => {
    const field = await render();
    const failed: FileRow = { ...refused, state: { kind: 'refused', message: 'Tải lại sau.', cure: 'retry' } };
    inside(field, '#choose').focus();
    field.rows = [failed];
    await field.updateComplete;
    expect(field.shadowRoot?.activeElement).to.equal(inside(field, '.refused .secondary'));
    field.rows = [{ ...failed, state: { kind: 'uploading', sent: 0 } }];
    await field.updateComplete;
    expect(field.shadowRoot?.activeElement).to.equal(inside(field, '.row button'));
    inside(field, '.row button').blur();
    field.rows = [];
    await field.updateComplete;
    expect(field.shadowRoot?.activeElement).to.equal(null);
  });

  it('draws the preview on a canvas', async () => {
    const source = new OffscreenCanvas(10, 20);
    const pen = source.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.fillStyle = 'rgb(200, 0, 0)';
    pen.fillRect(0, 0, 10, 20);
    const field = await render([{ ...done, preview: await createImageBitmap(source) }]);
    const pixel = inside<HTMLCanvasElement>(field, 'canvas').getContext('2d')?.getImageData(56, 68, 1, 1).data;
    expect(pixel?.[0]).to.equal(200);
    expect(field.shadowRoot?.querySelector('img')).to.equal(null);
  });
});
