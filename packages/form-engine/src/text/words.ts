/**
 * Amounts in words, as receipts and forms ask for them. An entry of its own: few pages need it.
 */
import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';

const config = new ReadingConfig();
config.unit = ['đồng'];
/** As acts and budgets spell them. */
config.units = [[], ['nghìn'], ['triệu'], ['tỷ']];

/**
 * An amount in đồng in Vietnamese words, in NFC.
 *
 * @throws {RangeError} when the amount is no whole number from 0 to `Number.MAX_SAFE_INTEGER`
 * @example moneyInWords(1_250_000) // 'Một triệu hai trăm năm mươi nghìn đồng'
 */
export function moneyInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError('An amount in đồng is a whole number from 0 on.');
  const words = doReadNumber(String(amount), config).normalize('NFC');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
