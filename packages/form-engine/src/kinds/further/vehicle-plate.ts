import { writeOut } from '../../data/json.js';
import { defineCodeKind } from './code-kind.js';

/** Place, series, number: the series is one or two letters, on motorcycles a letter and a digit. Not certain enough to refuse another. */
const COMMON = /^(\d{2})([A-ZĐ]{1,2}|[A-ZĐ]\d)(\d{4,5})$/u;

/** A number plate, kept without its marks: 51A-123.45 and 51a 12345 are 51A12345. The place code is not judged. */
export const vehiclePlate = defineCodeKind(
  'vehicle-plate',
  { marks: /[.·/‐‑‒–—-]/gu, patterns: [COMMON, /^(?=.*\d)[A-ZĐ0-9]{5,12}$/u], code: 'kind.vehicle-plate-expected' },
  {
    summarize: (value) => writeOut(value).replace(COMMON, group),
    advise: (value) => (COMMON.test(writeOut(value)) ? [] : [{ code: 'warning.vehicle-plate-form', params: {} }]),
  },
);

function group(_plate: string, place: string, series: string, number: string): string {
  const parted = number.length === 5 ? `${number.slice(0, 3)}.${number.slice(3)}` : number;
  return series.length === 2 && /\d$/u.test(series) ? `${place}-${series} ${parted}` : `${place}${series}-${parted}`;
}
