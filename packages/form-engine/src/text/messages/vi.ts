/**
 * What a citizen reads for each code when the procedure has no text of its own. `{label}` is the name of the field.
 */
import type { CommonCode } from '../../issue-codes.js';

/** Vietnamese defaults: what to do, with the label and the limit. */
export const vi: Readonly<Record<CommonCode, string>> = {
  'keyword.type': '{label}: nhập lại theo hướng dẫn của ô này.',
  'keyword.enum': '{label}: chọn một mục trong danh sách.',
  'keyword.const': '{label}: chọn một mục trong danh sách.',
  'keyword.minimum': '{label}: nhập số từ {limit} trở lên.',
  'keyword.maximum': '{label}: nhập số từ {limit} trở xuống.',
  'keyword.exclusiveMinimum': '{label}: nhập số lớn hơn {limit}.',
  'keyword.exclusiveMaximum': '{label}: nhập số nhỏ hơn {limit}.',
  'keyword.multipleOf': '{label}: nhập số chia hết cho {divisor}.',
  'keyword.minLength': '{label}: nhập ít nhất {limit} ký tự. Hiện có {actual} ký tự.',
  'keyword.maxLength': '{label} dài tối đa {limit} ký tự. Hiện có {actual} ký tự, cần bớt {difference}.',
  'keyword.pattern': '{label}: nhập lại theo mẫu ghi trong hướng dẫn.',
  'keyword.required': 'Nhập hoặc chọn {label:inline}.',
  'keyword.dependentRequired': 'Nhập hoặc chọn {label:inline}.',
  'keyword.additionalProperties': 'Bỏ thông tin này: biểu mẫu không hỏi đến.',
  'keyword.propertyNames': 'Đổi tên mục này theo hướng dẫn của biểu mẫu.',
  'keyword.minProperties': '{label}: khai ít nhất {limit} mục.',
  'keyword.maxProperties': '{label}: khai nhiều nhất {limit} mục.',
  'keyword.items': '{label}: bỏ dòng thừa.',
  'keyword.additionalItems': '{label}: bỏ dòng thừa.',
  'keyword.contains': '{label}: khai thêm mục còn thiếu.',
  'keyword.minContains': '{label}: khai ít nhất {limit} mục thuộc loại được yêu cầu.',
  'keyword.maxContains': '{label}: khai nhiều nhất {limit} mục thuộc loại này.',
  'keyword.minItems': '{label}: thêm cho đủ {limit} mục. Hiện có {actual}.',
  'keyword.maxItems': '{label}: nhiều nhất {limit} mục. Hiện có {actual}, cần bớt.',
  'keyword.uniqueItems': '{label}: mục thứ {second} trùng với mục thứ {first}. Bỏ một trong hai.',
  'keyword.anyOf': '{label}: chọn hoặc khai theo một trong các trường hợp đã nêu.',
  'keyword.oneOf': '{label}: chọn đúng một trường hợp.',
  'keyword.not': '{label}: chọn hoặc nhập giá trị khác.',
  'keyword.false': 'Bỏ {label:inline}: mục này không áp dụng cho trường hợp đã khai.',
  'keyword.unevaluatedProperties': 'Bỏ thông tin này: biểu mẫu không hỏi đến.',
  'keyword.unevaluatedItems': '{label}: bỏ dòng thừa.',
  'format.date': '{label}: nhập đủ ngày, tháng, năm có trong lịch.',
  'format.time': '{label}: nhập giờ và phút.',
  'format.date-time': '{label}: nhập ngày và giờ.',
  'format.email': '{label}: nhập địa chỉ thư điện tử, ví dụ ten@example.com.',
  'format.uri': '{label}: nhập địa chỉ trang web đầy đủ, bắt đầu bằng https://.',
  'format.uuid': '{label}: nhập đúng mã gồm 36 ký tự đã được cấp.',
  'format.duration': '{label}: nhập khoảng thời gian theo mẫu, ví dụ P1Y6M là 1 năm 6 tháng.',
  'format.idn-email': '{label}: nhập địa chỉ thư điện tử, ví dụ ten@example.com.',
  'format.hostname': '{label}: nhập tên miền, ví dụ example.com.',
  'format.idn-hostname': '{label}: nhập tên miền bằng chữ thường, ví dụ ví-dụ.vn.',
  'format.ipv4': '{label}: nhập địa chỉ IPv4, ví dụ 192.0.2.1.',
  'format.ipv6': '{label}: nhập địa chỉ IPv6, ví dụ 2001:db8::1.',
  'format.uri-reference': '{label}: nhập địa chỉ trang web hoặc đường dẫn, ví dụ /ho-tich.',
  'format.iri': '{label}: nhập địa chỉ trang web đầy đủ, bắt đầu bằng https://.',
  'format.iri-reference': '{label}: nhập địa chỉ trang web hoặc đường dẫn, ví dụ /hộ-tịch.',
  'format.uri-template': '{label}: nhập lại theo cú pháp URI Template (RFC 6570).',
  'format.json-pointer': '{label}: nhập lại theo cú pháp JSON Pointer, ví dụ /a/b.',
  'format.relative-json-pointer': '{label}: nhập lại theo cú pháp Relative JSON Pointer, ví dụ 1/a.',
  'format.regex': '{label}: nhập lại theo cú pháp biểu thức chính quy của ECMAScript.',
  'kind.text-expected': '{label}: nhập bằng chữ.',
  'kind.unsupported-character': '{label}: xóa ký tự ẩn ở vị trí thứ {position} rồi nhập lại.',
  'kind.name-digit': '{label}: nhập bằng chữ, không dùng chữ số.',
  'kind.name-character':
    '{label}: bỏ ký tự “{character}”. Họ tên chỉ gồm chữ cái, dấu cách, dấu nháy, dấu gạch nối và dấu chấm.',
  'kind.name-letter-missing': '{label}: nhập ít nhất một chữ cái.',
  'kind.number-expected': '{label}: nhập một số nguyên, ví dụ 2.',
  'kind.number-too-large': '{label}: nhập số nhỏ hơn.',
  'kind.decimal-expected': '{label}: nhập một số, nhiều nhất {limit} chữ số sau dấu phẩy, ví dụ 3,5.',
  'kind.choice-expected': '{label}: chọn một mục trong danh sách.',
  'kind.date-impossible': '{date:impossible} Kiểm tra lại {label:inline}.',
  'kind.date-incomplete': '{label}: nhập thêm {missing:parts}.',
  'kind.digits-expected': '{label}: chỉ nhập chữ số.',
  'kind.digits-count': 'Nhập {label:inline} gồm {expected} chữ số. Hiện có {actual} chữ số.',
  'kind.phone-incomplete': '{label}: nhập đủ số điện thoại, ví dụ 0912 345 678.',
  'kind.email-incomplete': '{label}: nhập địa chỉ thư điện tử, ví dụ ten@example.com.',
  'kind.address-expected': '{label}: chọn tỉnh, thành phố và xã, phường, đặc khu, hoặc ghi địa chỉ ở nước ngoài.',
  'kind.commune-not-chosen': 'Chọn xã, phường, đặc khu trong danh sách hiện ra khi gõ tên.',
  'kind.files-expected': '{label}: chọn tệp để tải lên.',
  'rule.date-in-future': '{label} phải là hôm nay hoặc trước hôm nay.',
  'warning.birth-year-differs':
    'Số định danh cho biết năm sinh khác với năm sinh đã nhập. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.sex-differs':
    'Số định danh cho biết giới tính khác với giới tính đã khai. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.name-scripts':
    '{label}: có chữ cái trông giống chữ Việt nhưng thuộc bảng chữ cái khác. Gõ lại; nếu đúng, có thể tiếp tục.',
  'catalog.unknown-value': '{label}: chọn lại trong danh sách hiện hành.',
  'data.limit-depth': 'Thông tin gửi đi có quá nhiều lớp. Mở lại biểu mẫu rồi gửi lại.',
  'data.limit-nodes': 'Thông tin gửi đi có quá nhiều mục. Bớt mục rồi gửi lại.',
  'data.limit-string': '{label}: rút ngắn còn nhiều nhất {limit} ký tự.',
  'data.limit-array': '{label}: bớt còn nhiều nhất {limit} mục.',
  'data.limit-steps': 'Thông tin gửi đi cần quá nhiều bước kiểm tra. Bớt mục rồi gửi lại.',
  'data.unsafe-integer': '{label}: nhập số nhỏ hơn.',
  'submission.not-applicable': 'Bỏ {label:inline}: mục này không áp dụng cho trường hợp đã khai.',
  'submission.undeclared': 'Bỏ thông tin này: biểu mẫu không hỏi đến.',
  'submission.computed': '{label} do hệ thống tự tính. Mở lại biểu mẫu rồi gửi lại.',
  'submission.mirror': '{label} phải giống mục đã khai ở phần người yêu cầu. Kiểm tra lại hai nơi.',
  'submission.read-only': '{label} lấy từ cơ sở dữ liệu và giữ nguyên khi gửi. Mở lại biểu mẫu rồi gửi lại.',
  'submission.empty': 'Bỏ phần để trống này rồi gửi lại.',
  'submission.not-canonical': '{label}: mở lại biểu mẫu và nhập lại mục này.',
  'submission.pattern-undecided':
    'Chưa kiểm tra được {label:inline} trong thời gian cho phép. Rút ngắn hoặc viết lại mục này rồi gửi lại. Nếu nội dung đã đúng, hỏi cơ quan giải quyết.',
};

/** Words that the templates need beside their params. */
export const viWords = {
  field: 'Mục này',
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
  and: ' và ',
  impossibleDay: ({ day, month, year }: DateParams): string => `Tháng ${month} năm ${year} không có ngày ${day}.`,
  impossibleMonth: ({ month }: DateParams): string => `Không có tháng ${month}; tháng là số từ 1 đến 12.`,
  impossibleYear: (): string => 'Nhập năm bằng 4 chữ số.',
};

/** The parts of a date that cannot be. */
export interface DateParams {
  day: string;
  month: string;
  year: string;
}
