/**
 * Writes a date out in Vietnamese words, as declarations and certificates ask ("ghi bằng chữ").
 */
import { isDate } from '../vocabulary/formats/date.js';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
/** The last digit after a ten: 21 is "hai mươi mốt", 24 "hai mươi tư", 15 "mười lăm". */
const AFTER_TENS: Readonly<Record<number, string>> = { 0: '', 1: 'mốt', 4: 'tư', 5: 'lăm' };
const AFTER_TEN: Readonly<Record<number, string>> = { 0: '', 5: 'lăm' };

/**
 * The date in words, or undefined when it is none. A day up to ten is "mùng", the fourth month "tư". Partial dates give what is known.
 *
 * @example dateInWords('2026-11-05') // 'Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu'
 */
export function dateInWords(date: string): string | undefined {
  const [year = '', month, day] = date.split('-');
  if (!isDate(`${year}-${month ?? '01'}-${day ?? '01'}`)) return undefined;
  const words = [`năm ${readNumber(Number(year))}`];
  if (month !== undefined) words.unshift(`tháng ${month === '04' ? 'tư' : readNumber(Number(month))}`);
  if (day !== undefined) words.unshift(`ngày ${Number(day) <= 10 ? 'mùng ' : ''}${readNumber(Number(day))}`);
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A whole number from 0 to 9,999 in words. */
export function readNumber(number: number): string {
  const [thousands, hundreds, rest] = [Math.floor(number / 1000), Math.floor(number / 100) % 10, number % 100];
  const words: string[] = [];
  if (thousands > 0) words.push(`${wordOf(thousands)} nghìn`);
  if (hundreds > 0 || (thousands > 0 && rest > 0)) words.push(`${wordOf(hundreds)} trăm`);
  if (rest > 0 || words.length === 0) words.push(readBelowHundred(rest, words.length > 0));
  return words.join(' ');
}

function readBelowHundred(number: number, afterHundreds: boolean): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return afterHundreds ? `lẻ ${wordOf(ones)}` : wordOf(ones);
  if (tens === 1) return `mười ${AFTER_TEN[ones] ?? wordOf(ones)}`.trim();
  return `${wordOf(tens)} mươi ${AFTER_TENS[ones] ?? wordOf(ones)}`.trim();
}

function wordOf(digit: number): string {
  return DIGITS[digit] ?? '';
}
