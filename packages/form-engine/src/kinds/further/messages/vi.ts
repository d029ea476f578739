/**
 * What a citizen reads for the codes of the further kinds when the procedure has no text of its own.
 */
import type { FurtherCode } from '../../../issue-codes.js';

/** Vietnamese defaults, for the `catalog` of `renderIssue`. */
export const furtherVi: Readonly<Record<FurtherCode, string>> = {
  'kind.money-expected': '{label}: nhập số tiền bằng đồng, không có số lẻ, ví dụ 1.250.000.',
  'kind.time-expected': '{label}: nhập giờ và phút, ví dụ 14 giờ 05.',
  'kind.time-impossible': '{label}: nhập giờ từ 0 đến 23 và phút từ 0 đến 59.',
  'kind.date-time-expected': '{label}: nhập cả ngày và giờ, ví dụ 14 giờ 05 ngày 05/11/2026.',
  'kind.period-expected': '{label}: nhập ngày bắt đầu và ngày kết thúc, ví dụ 01/02/2026 – 05/03/2026.',
  'kind.period-start-missing': '{label}: nhập thêm ngày bắt đầu.',
  'kind.period-reversed': '{label}: ngày kết thúc phải bằng hoặc sau ngày bắt đầu. Kiểm tra lại hai ngày.',
  'kind.rank-repeated': '{label}: mục thứ {second} trùng với mục thứ {first}. Chọn mục khác hoặc bỏ một trong hai.',
  'kind.passport-expected': '{label}: nhập số hộ chiếu gồm 5 đến 20 chữ cái không dấu và chữ số, ví dụ C1234567.',
  'kind.tax-code-length': '{label}: nhập mã số thuế gồm 10, 12 hoặc 13 chữ số. Hiện có {actual} chữ số.',
  'kind.social-insurance-code-expected':
    '{label}: nhập mã số bảo hiểm xã hội gồm 10 chữ số, hoặc số thẻ bảo hiểm y tế gồm 2 chữ cái và 13 chữ số.',
  'kind.vehicle-plate-expected': '{label}: nhập biển số xe gồm chữ cái và chữ số, ví dụ 51A-123.45.',
  'kind.dossier-code-expected': '{label}: nhập mã hồ sơ như ghi trên giấy tiếp nhận, ví dụ 000.00.12.H53-210517-0001.',
  'kind.bank-account-expected': '{label}: nhập số tài khoản gồm 4 đến 34 chữ số hoặc chữ cái không dấu.',
  'kind.rows-expected': '{label}: thêm từng mục vào danh sách.',
  'kind.table-columns':
    '{label}: dòng {row} của phần dán vào có {actual} cột, bảng này có {expected} cột. Bỏ cột thừa rồi dán lại.',
  'kind.place-expected': '{label}: chọn một điểm trên bản đồ, hoặc nhập vĩ độ và kinh độ, ví dụ 10,7769; 106,7009.',
  'kind.consent-reference-missing': '{label}: nhập mã xác nhận do VNeID gửi.',
  'warning.old-number-length':
    '{label}: số chứng minh nhân dân cũ thường có {expected} chữ số. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.passport-form':
    '{label}: số hộ chiếu Việt Nam thường gồm 1 chữ cái và 7 hoặc 8 chữ số. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.tax-code-check-digit':
    '{label}: chữ số thứ mười không khớp với các chữ số đứng trước. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.social-insurance-code-length':
    '{label}: mã số bảo hiểm xã hội thường có 10 chữ số, còn đây là 12 chữ số. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.vehicle-plate-form':
    '{label}: biển số xe thường viết như 51A-123.45 hoặc 59-P1 123.45. Kiểm tra lại; nếu đúng, có thể tiếp tục.',
  'warning.dossier-code-form':
    '{label}: mã này viết khác với mã hồ sơ thường gặp. Kiểm tra lại trên giấy tiếp nhận; nếu đúng, có thể tiếp tục.',
};
