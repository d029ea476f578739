/** Letters for stories: invented people, codes and files. */
import type {
  ApologyLetter,
  ControlSheet,
  ReceptionSlip,
  RefusalLetter,
  Register,
  ResultStatement,
  SupplementLetter,
} from '@motcua/schemas';

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
  applicant: {
    name: 'Nguyễn Thị Hồng Ẵm',
    address: 'Số 12 ngõ 34 phố Lê Hồng Phong, phường Hà Đông, Thành phố Hà Nội',
    phone: '0912 345 678',
    email: 'hongam@vidu.vn',
  },
  payloadHash: 'b'.repeat(64),
  officer: 'Hoàng Thị Mến',
};
const jws = 'eyJhbGciOiJFZERTQSJ9.e30.AAAA';

export const receptionSlip: ReceptionSlip = {
  kind: 'receptionSlip',
  form: '01',
  ...common,
  papers: [
    { name: { vi: 'Giấy chứng sinh', en: 'Birth certificate of the medical facility' }, electronicFiles: 2 },
    { name: { vi: 'Văn bản ủy quyền', en: 'Authorisation' }, electronicFiles: 1 },
  ],
  sets: 1,
  timeLimit: { workingDays: 3 },
  receivedAt: '2026-11-20T02:05:00.000Z',
  dueAt: '2026-11-25T10:00:00.000Z',
  jws,
};

export const supplementRequest: SupplementLetter = {
  kind: 'supplementRequest',
  form: '02',
  ...common,
  items: [
    {
      label: { vi: 'Số định danh cá nhân (Người mẹ)', en: 'Personal identification number (Mother)' },
      reason: 'Số không có trong Cơ sở dữ liệu quốc gia về dân cư.',
      pointer: '/mother/citizenNumber',
    },
    {
      label: { vi: 'Giấy chứng sinh', en: 'Birth certificate of the medical facility' },
      reason: 'Ảnh bị mờ ở phần ngày sinh và dấu của cơ sở y tế.',
      pointer: '/papers/birthCertificate',
    },
    {
      label: { vi: 'Giấy tờ tùy thân của người khai', en: 'Identity paper of the requester' },
      reason: 'Mang bản chính để đối chiếu.',
      document: 'identity-paper',
    },
  ],
  note: 'Liên hệ quầy số 3 của Bộ phận Một cửa.',
  jws,
};

export const refusal: RefusalLetter = {
  kind: 'refusal',
  form: '03',
  ...common,
  reason:
    'Cha và mẹ của trẻ không cư trú tại phường Hà Đông. Nộp hồ sơ tại Ủy ban nhân dân xã, phường nơi cha hoặc mẹ cư trú.',
  jws,
};

export const apology: ApologyLetter = {
  kind: 'apology',
  form: '04',
  ...common,
  sequence: 4,
  reason: 'Cần xác minh với cơ sở y tế nơi trẻ sinh ra.',
  previousDueAt: '2026-11-25T10:00:00.000Z',
  dueAt: '2026-11-30T10:00:00.000Z',
  jws,
};

export const controlSheet: ControlSheet = {
  kind: 'controlSheet',
  form: '05',
  ...common,
  sequence: 6,
  receivedAt: '2026-11-20T02:05:00.000Z',
  dueAt: '2026-11-30T10:00:00.000Z',
  steps: [
    { sequence: 1, at: '2026-11-20T01:12:00.000Z', move: 'submit', state: { name: 'submitted' }, actor: 'applicant' },
    {
      sequence: 2,
      at: '2026-11-20T02:05:00.000Z',
      move: 'receive',
      state: { name: 'received' },
      actor: 'desk',
      officer: 'Hoàng Thị Mến',
    },
    {
      sequence: 3,
      at: '2026-11-20T02:20:00.000Z',
      move: 'process',
      state: { name: 'processing' },
      actor: 'desk',
      officer: 'Hoàng Thị Mến',
      note: 'Chuyển công chức tư pháp - hộ tịch.',
      timing: 'on-time',
    },
    {
      sequence: 4,
      at: '2026-11-24T08:00:00.000Z',
      move: 'apologise',
      state: { name: 'processing' },
      actor: 'officer',
      officer: 'Đặng Hữu Nghĩa',
      note: 'Cần xác minh với cơ sở y tế nơi trẻ sinh ra.',
      timing: 'on-time',
    },
    {
      sequence: 5,
      at: '2026-12-01T03:00:00.000Z',
      move: 'complete',
      state: { name: 'completed' },
      actor: 'officer',
      officer: 'Đặng Hữu Nghĩa',
      timing: 'late',
    },
    {
      sequence: 6,
      at: '2026-12-01T07:30:00.000Z',
      move: 'return',
      state: { name: 'returned' },
      actor: 'desk',
      officer: 'Hoàng Thị Mến',
    },
  ],
};

export const result: ResultStatement = {
  kind: 'result',
  ...common,
  sequence: 6,
  files: [
    {
      name: 'Giấy khai sinh.pdf',
      size: 184_320,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
    {
      name: 'Thông báo số định danh cá nhân.pdf',
      size: 96_512,
      sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    },
  ],
  dueAt: '2026-11-30T10:00:00.000Z',
  completedAt: '2026-12-01T03:00:00.000Z',
  returnedAt: '2026-12-01T07:30:00.000Z',
  jws,
};

/** Names as long as they occur, and more rows than one page holds. */
export const longSlip: ReceptionSlip = {
  ...receptionSlip,
  agency: {
    ...common.agency,
    name: { vi: 'Ủy ban nhân dân đặc khu Phú Quốc', en: 'People’s Committee of Phu Quoc Special Zone' },
    provinceName: { vi: 'Tỉnh An Giang', en: 'An Giang Province' },
  },
  applicant: {
    name: 'Công Tằng Tôn Nữ Quỳnh Nguyễn Thị Diễm Phượng',
    address:
      'Căn hộ 1204, tòa nhà CT3, khu đô thị mới Dương Đông, đường Nguyễn Trung Trực, tổ dân phố số 7, đặc khu Phú Quốc, Tỉnh An Giang',
    phone: '+84 912 345 678',
    email: 'cong.tang.ton.nu.quynh.nguyen.thi.diem.phuong@thudientu.vidu.vn',
  },
  procedure: {
    ...common.procedure,
    title: {
      vi: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
      en: 'Birth registration, permanent residence and health insurance card for a child under 6, in one dossier',
    },
  },
  papers: Array.from({ length: 24 }, (_, index) => ({
    name: {
      vi: `Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp, văn bản đồng ý của chủ sở hữu (bản thứ ${index + 1})`,
      en: `Proof of lawful residence, consent of the owner (no. ${index + 1})`,
    },
    electronicFiles: (index % 10) + 1,
  })),
};

export const longRequest: SupplementLetter = {
  ...supplementRequest,
  items: Array.from({ length: 18 }, (_, index) => ({
    label: {
      vi: `Quan hệ với chủ hộ, thành viên thứ ${index + 1}`,
      en: `Relation to the head of household, no. ${index + 1}`,
    },
    reason:
      'Nội dung đã khai khác với thông tin trong Cơ sở dữ liệu quốc gia về dân cư.\nKiểm tra lại rồi khai đúng như trên giấy tờ; nếu giấy tờ sai thì đề nghị cơ quan đã cấp sửa trước.',
    pointer: `/members/${index}/relation`,
  })),
};

const states = ['received', 'processing', 'completed', 'returned'] as const;

export const register: Register = {
  form: '06',
  agency: common.agency,
  from: '2026-11-16',
  to: '2026-11-20',
  issuedAt: '2026-11-20T10:00:00.000Z',
  rows: Array.from({ length: 42 }, (_, index) => {
    const name = states[index % states.length] ?? 'received';
    const settled = name === 'completed' || name === 'returned';
    return {
      number: index + 1,
      code: `000.00.12.H26-261120-${String(index + 1).padStart(4, '0')}`,
      procedure: {
        slug: common.procedure.slug,
        title: index % 5 === 0 ? longSlip.procedure.title : common.procedure.title,
      },
      applicant: index % 7 === 0 ? longSlip.applicant.name : common.applicant.name,
      sets: 1,
      receivedAt: '2026-11-20T02:05:00.000Z',
      dueAt: '2026-11-25T10:00:00.000Z',
      ...(settled ? { completedAt: '2026-11-24T03:00:00.000Z' } : {}),
      ...(name === 'returned' ? { returnedAt: '2026-11-24T07:30:00.000Z' } : {}),
      state: { name },
    };
  }),
};
