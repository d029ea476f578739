import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  banknoteIcon,
  buildingIcon,
  calendarIcon,
  checkIcon,
  clockIcon,
  copyIcon,
  downloadIcon,
  infoIcon,
  pauseIcon,
  printerIcon,
  renderIcon,
} from '@motcua/widgets/elements';
import type { FileRow } from '@motcua/widgets/file-field';
import { html, type TemplateResult } from 'lit';
import { insideOf, typeInto } from '../acting.js';
import { paintPaper } from '../paint-paper.js';
import { searchCommunes } from '../place-options.js';
import { reviewSections } from '../review-sections.js';
import { renderBack, type PageView, type StoryPage } from '../story-page.js';

const meta: Meta = {
  title: 'Trang/Khai và tra cứu',
  parameters: { bare: true },
};
export default meta;

interface Loaded {
  readonly picture?: ImageBitmap;
}

const titles = ['Người yêu cầu', 'Trẻ được khai sinh', 'Người mẹ', 'Người cha', 'Giấy tờ đính kèm', 'Xem lại và gửi'];
const agency = { heading: 'Đăng ký khai sinh', subtitle: 'UBND phường Hà Đông', subtitleDetail: ', thành phố Hà Nội' };

function progressAt(current: number, saved: string): TemplateResult {
  const steps = titles.map((title, at) => ({
    id: title,
    title,
    status: at < current ? 'done' : at === current ? 'current' : 'later',
  }));
  return html`<motcua-progress slot="progress" .steps=${steps} .saved=${saved} linked></motcua-progress>`;
}

function page(layout: StoryPage['layout'], view: PageView): TemplateResult {
  return html`<story-page .layout=${layout} .view=${view}></story-page>`;
}

const actions = html`<div class="actions">
  <motcua-button variant="primary" stretch>Tiếp tục</motcua-button>
  <motcua-button variant="quiet" stretch>Lưu và thoát</motcua-button>
</div>`;

const summaryFacts = [
  { icon: clockIcon, key: 'Thời gian khai', value: 'Khoảng 12 phút', note: 'Có thể dừng và khai tiếp sau.' },
  {
    icon: calendarIcon,
    key: 'Thời hạn giải quyết',
    value: 'Trong ngày',
    note: 'Nhận hồ sơ sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo.',
  },
  {
    icon: banknoteIcon,
    key: 'Lệ phí',
    value: 'Không thu khi đăng ký đúng hạn',
    note: 'Người thuộc hộ nghèo, người khuyết tật được miễn.',
  },
  {
    icon: buildingIcon,
    key: 'Cơ quan giải quyết',
    value: 'Ủy ban nhân dân xã, phường, đặc khu',
    note: 'Nơi cư trú của cha hoặc của mẹ.',
  },
];

export const Start: StoryObj = {
  name: 'Bắt đầu',
  render: () =>
    page('aside', {
      heading: 'Dịch vụ công trực tuyến',
      subtitle: 'Thành phố Hà Nội',
      band: true,
      content: html`<div>
          <p class="meta">Thủ tục <span class="figures">1.001193</span> · Hộ tịch · Toàn trình</p>
          <h1 class="title-1">Đăng ký khai sinh</h1>
          <p class="lead">
            Khai một lần trên mạng để nhận Giấy khai sinh và số định danh cá nhân của trẻ. Cha, mẹ đăng ký trong 60 ngày
            kể từ ngày sinh.
          </p>
          <motcua-notice class="spaced" tone="primary" heading="Có một hồ sơ đang khai dở" heading-level="2">
            Đã khai xong 2 trong 6 bước, lưu lúc 21 giờ 40 ngày 19/11/2026. Bản nháp được giữ trên máy này đến ngày
            19/12/2026.
            <motcua-button slot="actions" variant="primary" stretch>Khai tiếp</motcua-button>
            <motcua-button slot="actions" variant="quiet" stretch>Xóa bản nháp</motcua-button>
          </motcua-notice>
        </div>
        <div slot="aside">
          <h2 class="title-2 first">Tóm tắt</h2>
          <motcua-facts .rows=${summaryFacts}></motcua-facts>
        </div>
        <div slot="rest">
          <h2 class="title-2 first">Cần chuẩn bị</h2>
          <ol class="numbered">
            <li>
              <strong>Giấy chứng sinh</strong
              ><span class="note"
                >Ảnh chụp rõ cả trang, hoặc tệp PDF. Nếu không có, dùng văn bản của người làm chứng hoặc giấy cam đoan
                về việc sinh.</span
              >
            </li>
            <li>
              <strong>Thẻ căn cước của người khai</strong
              ><span class="note">Chỉ cần số định danh cá nhân, không cần tải ảnh thẻ.</span>
            </li>
          </ol>
          <h2 class="title-2">Ai được khai</h2>
          <ul class="bullets">
            <li>Cha hoặc mẹ của trẻ.</li>
            <li>Ông, bà hoặc người thân thích khác, nếu cha, mẹ không thể đi đăng ký.</li>
          </ul>
          <motcua-notice class="spaced" tone="neutral" heading="Thông tin được lưu ở đâu">
            Trong khi khai, thông tin chỉ lưu trên máy này và được mã hóa. Thông tin chỉ gửi đến cơ quan giải quyết khi
            bấm “Gửi hồ sơ”.
          </motcua-notice>
          <div class="actions">
            <motcua-button stretch>Bắt đầu hồ sơ mới</motcua-button
            ><motcua-button variant="quiet" stretch>Xem mẫu tờ khai</motcua-button>
          </div>
        </div>`,
    }),
};

const birthDate = { precision: 'day', day: '14', month: '03', year: '1998' };
const ethnicities = ['Kinh', 'Tày', 'Thái', 'Hoa', 'Khơ-me', 'Mường'].map((label) => ({ value: label, label }));

export const Question: StoryObj = {
  name: 'Câu hỏi',
  render: () =>
    page('steps', {
      ...agency,
      saved: 'Đã lưu lúc 14 giờ 05',
      progress: progressAt(2, 'Đã lưu 14 giờ 05'),
      content: html`<div>
        ${renderBack('Trẻ được khai sinh')}
        <h1 class="title-1">Thông tin người mẹ</h1>
        <p class="lead">Ghi đúng như trên thẻ căn cước của người mẹ.</p>
        <div class="fields">
          <motcua-text-field label="Họ, chữ đệm và tên" required value="Đỗ Nguyễn Diễm Hằng"></motcua-text-field>
          <motcua-text-field
            label="Số định danh cá nhân"
            hint="12 chữ số, in ở mặt trước thẻ căn cước."
            kind="digits"
            digit-count="12"
            width="s"
            required
            value="001198004217"
          ></motcua-text-field>
          <motcua-partial-date-field
            label="Ngày, tháng, năm sinh"
            hint="Giấy tờ chỉ ghi năm thì chọn “Chỉ năm”."
            required
            .value=${birthDate}
          ></motcua-partial-date-field>
          <motcua-select-field
            label="Dân tộc"
            required
            value="Kinh"
            .options=${ethnicities}
            provenance="Lấy từ Cơ sở dữ liệu quốc gia về dân cư, ngày 20/11/2026."
          ></motcua-select-field>
          <motcua-combobox-field
            label="Nơi cư trú"
            hint="Tìm theo tên xã, phường, đặc khu. Tên cũ cũng tìm được."
            required
            .search=${searchCommunes}
          ></motcua-combobox-field>
          <motcua-text-field label="Số nhà, đường, tổ dân phố"></motcua-text-field>
        </div>
        ${actions}
      </div>`,
    }),
  play: async ({ canvasElement }) => {
    const field = canvasElement.querySelector('story-page')?.shadowRoot?.querySelector('motcua-combobox-field');
    await typeInto(await insideOf<HTMLInputElement>(field, 'input'), 'ha dong');
  },
};

export const Errors: StoryObj = {
  name: 'Có chỗ cần sửa',
  render: () =>
    page('steps', {
      ...agency,
      saved: 'Đã lưu lúc 14 giờ 05',
      progress: progressAt(2, 'Đã lưu 14 giờ 05'),
      content: html`<div>
        ${renderBack('Trẻ được khai sinh')}
        <motcua-error-summary
          class="error-summary"
          .issues=${[
            { pointer: '/name', message: 'Nhập họ, chữ đệm và tên của người mẹ.' },
            { pointer: '/number', message: 'Nhập số định danh cá nhân gồm 12 chữ số. Hiện có 11 chữ số.' },
            { pointer: '/date', message: 'Tháng 2 năm 1998 không có ngày 30. Kiểm tra lại ngày sinh.' },
          ]}
        ></motcua-error-summary>
        <h1 class="title-1">Thông tin người mẹ</h1>
        <p class="lead">Ghi đúng như trên thẻ căn cước của người mẹ.</p>
        <div class="fields">
          <motcua-text-field
            label="Họ, chữ đệm và tên"
            required
            error="Nhập họ, chữ đệm và tên của người mẹ."
          ></motcua-text-field>
          <motcua-text-field
            label="Số định danh cá nhân"
            hint="12 chữ số, in ở mặt trước thẻ căn cước."
            kind="digits"
            digit-count="12"
            width="s"
            required
            value="00119800421"
            error="Nhập số định danh cá nhân gồm 12 chữ số. Hiện có 11 chữ số."
          ></motcua-text-field>
          <motcua-partial-date-field
            label="Ngày, tháng, năm sinh"
            hint="Giấy tờ chỉ ghi năm thì chọn “Chỉ năm”."
            required
            .value=${{ ...birthDate, day: '30', month: '02' }}
            .wrongParts=${['day']}
            error="Tháng 2 năm 1998 không có ngày 30. Kiểm tra lại ngày sinh."
          ></motcua-partial-date-field>
          <motcua-select-field label="Dân tộc" required value="Kinh" .options=${ethnicities}></motcua-select-field>
          <motcua-combobox-field
            label="Nơi cư trú"
            hint="Tìm theo tên xã, phường, đặc khu."
            required
            value="10015"
            value-label="Phường Hà Đông"
            value-detail="Thành phố Hà Nội"
          ></motcua-combobox-field>
          <motcua-text-field label="Số nhà, đường, tổ dân phố" value="Số 12, phố Lê Lợi"></motcua-text-field>
        </div>
        ${actions}
      </div>`,
    }),
};

const files: readonly FileRow[] = [
  { id: '1', name: 'giay-chung-sinh-trang-1.jpg', size: 1_200_000, state: { kind: 'done' } },
  {
    id: '2',
    name: 'giay-chung-sinh-trang-2.jpg',
    size: 3_100_000,
    state: { kind: 'uploading', sent: 1_930_000, secondsLeft: 8 },
  },
];
const refused: readonly FileRow[] = [
  {
    id: '3',
    name: 'xac-nhan-cu-tru.docx',
    size: 40_000,
    state: {
      kind: 'refused',
      cure: 'choose',
      message:
        'Tệp “xac-nhan-cu-tru.docx” là văn bản soạn thảo, chưa dùng được ở đây. Chụp ảnh tờ giấy đã ký hoặc lưu thành PDF rồi tải lên.',
    },
  },
];

export const Papers: StoryObj = {
  name: 'Giấy tờ đính kèm',
  loaders: [async (): Promise<Loaded> => ({ picture: await paintPaper() })],
  render: (_args, { loaded }) => {
    const { picture } = loaded as Loaded;
    return page('steps', {
      ...agency,
      saved: 'Đã lưu lúc 14 giờ 12',
      progress: progressAt(4, 'Đã lưu 14 giờ 12'),
      content: html`<div>
        ${renderBack('Người cha')}
        <h1 class="title-1">Giấy tờ đính kèm</h1>
        <p class="lead">
          Ảnh JPG, PNG, HEIC hoặc tệp PDF, mỗi tệp tối đa 10 MB. Ảnh được xoay thẳng, thu nhỏ và ghép thành một tệp PDF.
        </p>
        <div class="section spaced">
          <motcua-file-field
            label="Giấy chứng sinh"
            hint="Chụp đủ bốn góc, không lóa, đọc được số giấy và dấu của cơ sở y tế."
            required
            multiple
            .rows=${files.map((row) => ({ ...row, ...(picture === undefined ? {} : { preview: picture }) }))}
          ></motcua-file-field>
        </div>
        <div class="section">
          <motcua-file-field
            label="Giấy tờ chứng minh nơi cư trú"
            hint="Cần khi cơ sở dữ liệu chưa có thông tin nơi cư trú của cha hoặc mẹ."
            required
            .rows=${refused}
          ></motcua-file-field>
        </div>
        <div class="section"><motcua-file-field label="Giấy tờ khác" multiple></motcua-file-field></div>
        <motcua-notice
          class="spaced"
          tone="neutral"
          .icon=${infoIcon}
          heading="Có thể khai tiếp trong khi tệp đang tải lên"
        >
          Mất mạng thì tệp tự tải tiếp từ chỗ dừng. Hồ sơ chỉ gửi được khi mọi tệp đã tải xong.
        </motcua-notice>
        ${actions}
      </div>`,
    });
  },
};

export const Review: StoryObj = {
  name: 'Xem lại và gửi',
  render: () =>
    page('steps', {
      ...agency,
      saved: 'Đã lưu lúc 14 giờ 31',
      progress: progressAt(5, 'Đã lưu 14 giờ 31'),
      content: html`<div>
        ${renderBack('Giấy tờ đính kèm')}
        <h1 class="title-1">Xem lại thông tin đã khai</h1>
        <p class="lead">Kiểm tra từng mục trước khi gửi. Chỗ nào chưa đúng thì bấm “Sửa”.</p>
        <motcua-review-list class="spaced" .sections=${reviewSections}></motcua-review-list>
        <motcua-checkbox-field
          class="spaced"
          required
          text="Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình."
        ></motcua-checkbox-field>
        <div class="actions">
          <motcua-button variant="primary" stretch>Gửi hồ sơ đăng ký khai sinh</motcua-button>
          <motcua-button variant="quiet" stretch>Lưu và thoát</motcua-button>
        </div>
      </div>`,
    }),
};

export const Confirmation: StoryObj = {
  name: 'Đã gửi',
  render: () =>
    page('single', {
      ...agency,
      band: true,
      content: html`<div>
        <div class="done-mark">${renderIcon(checkIcon, 24)}</div>
        <h1 class="title-1">Đã gửi hồ sơ đăng ký khai sinh</h1>
        <p class="lead">Hồ sơ đến UBND phường Hà Đông lúc 15 giờ 42, Thứ Sáu, ngày 20/11/2026.</p>
        <motcua-ticket
          class="spaced"
          qr="https://example.gov.vn/tra-cuu#TN-7K3M-Q9XD-2F8P"
          privacy-note="Giữ kín mã tra cứu. Ai có cả hai mã sẽ xem được chi tiết hồ sơ."
          .codes=${[
            { label: 'Mã tạm thời', value: 'TN-7K3M-Q9XD-2F8P', main: true, breaks: 'each-hyphen' },
            { label: 'Mã tra cứu', value: '7KQ4-M9XD-0A2B-3C4D-5E6F-7G8H-9J', breaks: 'each-hyphen', secret: true },
          ]}
        >
          <motcua-button slot="actions"><span slot="icon">${renderIcon(copyIcon)}</span>Sao chép hai mã</motcua-button>
        </motcua-ticket>
        <div class="actions">
          <motcua-button variant="primary" stretch
            ><span slot="icon">${renderIcon(downloadIcon)}</span>Tải xác nhận đã gửi</motcua-button
          >
          <motcua-button stretch><span slot="icon">${renderIcon(printerIcon)}</span>In</motcua-button>
        </div>
        <h2 class="title-2">Việc tiếp theo</h2>
        <motcua-timeline
          variant="next"
          .rows=${[
            {
              label: 'Kiểm tra và tiếp nhận',
              status: 'later',
              text: 'Bộ phận Một cửa kiểm tra hồ sơ. Nếu thiếu giấy tờ, cơ quan báo một lần, đầy đủ, qua tin nhắn.',
            },
            {
              label: 'Trả phí bản sao: 16.000 đồng',
              status: 'later',
              text: 'Trả trên mạng sau khi hồ sơ được tiếp nhận.',
            },
            { label: 'Nhận Giấy khai sinh', status: 'later', text: 'Bản giấy nhận tại UBND phường Hà Đông.' },
          ]}
        ></motcua-timeline>
      </div>`,
    }),
};

export const Status: StoryObj = {
  name: 'Tra cứu',
  render: () =>
    page('aside', {
      heading: 'Tra cứu hồ sơ',
      subtitle: 'Thành phố Hà Nội',
      content: html`<div>
          <div class="panel look-up">
            <motcua-text-field
              label="Mã hồ sơ"
              kind="code"
              required
              value="000.00.12.H26-261120-0047"
            ></motcua-text-field>
            <motcua-text-field
              label="Mã tra cứu"
              kind="code"
              concealable
              value="7KQ4-M9XD-0A2B-3C4D-5E6F-7G8H-9J"
            ></motcua-text-field>
            <motcua-button stretch>Tra cứu</motcua-button>
          </div>
          <div class="status-head">
            <h1 class="title-1">Đăng ký khai sinh</h1>
            <motcua-tag state="supplementRequested"></motcua-tag>
          </div>
          <p class="meta">
            Mã hồ sơ <span class="figures">000.00.12.H26-261120-0047</span><br />UBND phường Hà Đông, thành phố Hà Nội
          </p>
          <motcua-notice
            class="spaced"
            tone="warning"
            heading="Cần bổ sung 1 giấy tờ, trước 17 giờ ngày 27/11/2026"
            heading-level="2"
          >
            <strong>Giấy chứng sinh, trang 2:</strong> ảnh bị mờ, không đọc được số giấy và con dấu. Chụp lại trang 2
            rồi gửi.
            <motcua-button slot="actions" variant="primary" stretch>Bổ sung giấy tờ</motcua-button>
            <motcua-button slot="actions" variant="quiet" stretch>Xem phiếu yêu cầu</motcua-button>
          </motcua-notice>
        </div>
        <motcua-due-card
          slot="aside"
          clock="paused"
          .rows=${[
            {
              key: 'Ngày hẹn trả kết quả',
              value: '23/11/2026',
              date: true,
              note: 'Cơ quan sẽ hẹn lại sau khi nhận đủ giấy tờ.',
            },
            { key: 'Thời hạn theo quy định', value: 'Trong ngày làm việc' },
            { key: 'Nhận kết quả', value: 'Tại UBND phường Hà Đông' },
          ]}
        ></motcua-due-card>
        <div slot="rest">
          <h2 class="title-2 first">Quá trình giải quyết</h2>
          <motcua-timeline
            .rows=${[
              { label: 'Mới đăng ký', status: 'done', meta: '15 giờ 42, 20/11/2026 · Nộp trực tuyến' },
              { label: 'Được tiếp nhận', status: 'done', meta: '8 giờ 05, 23/11/2026 · Bộ phận Một cửa' },
              {
                label: 'Yêu cầu bổ sung giấy tờ',
                status: 'now',
                tone: 'warning',
                icon: pauseIcon,
                meta: '10 giờ 15, 23/11/2026 · Bộ phận Một cửa',
                text: 'Thời hạn giải quyết tạm dừng. Khi hồ sơ đủ giấy tờ, thời hạn được tính lại từ đầu.',
              },
              { label: 'Đã xử lý xong', status: 'later' },
              { label: 'Đã trả kết quả', status: 'later' },
            ]}
          ></motcua-timeline>
          <div class="actions">
            <motcua-button stretch>Tải giấy tiếp nhận</motcua-button
            ><motcua-button variant="quiet" stretch>Rút hồ sơ</motcua-button>
          </div>
        </div>`,
    }),
};
