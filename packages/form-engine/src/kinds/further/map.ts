import { isObject, ownValue } from '../../data/json.js';
import { formatNumber } from '../../text/format-number.js';
import type { JsonValue } from '../../plan/plan.js';
import { collapseSpaces, normalizeText, refuseCharacters, toAsciiDigits } from '../intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from '../kind.js';
import { stripLabel } from '../label.js';

/** Six decimals of a degree are about a tenth of a metre. */
const PRECISION = 1e6;
const DECIMALS = /^([+-]?\d{1,3}(?:[.,]\d+)?)(?:\s*[;,]\s+|\s*;\s*|\s+|,(?=[+-]?\d+\.))([+-]?\d{1,3}(?:[.,]\d+)?)$/u;
const DEGREES =
  /(\d{1,3}(?:[.,]\d+)?)°\s*(?:(\d{1,2})['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)(?:["”″]|''))?\s*([NSEWBĐT])/giu;
/** N is north, as instruments write it; B, Đ, T are Bắc, Đông, Tây. Nam has no letter of its own: south is S. */
const SIGNS: Readonly<Record<string, number>> = { N: 1, B: 1, E: 1, Đ: 1, S: -1, W: -1, T: -1 };

/** A place on the map as GeoJSON (RFC 7946, longitude first): a point, typed as latitude and longitude, or a drawn area. */
export const map: FieldKind = {
  name: 'map',
  matches: (_schema, definition) => definition === 'map',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (isObject(input)) return readGeometry(input);
    if (typeof input !== 'string') return fault('kind.place-expected');
    const typed = collapseSpaces(toAsciiDigits(normalizeText(input)));
    return typed === '' ? EMPTY : (refuseCharacters(typed) ?? readText(typed));
  },
  format(value) {
    const point = pointOf(value);
    return point === undefined ? value : `${point[1]}, ${point[0]}`;
  },
  isEmpty: (value) => value === undefined,
  summarize(value, { locale }) {
    const point = pointOf(value);
    const vi = locale === 'vi';
    if (point === undefined) return vi ? 'Một vùng trên bản đồ' : 'An area on the map';
    const [east, north] = point;
    const sides = vi ? ['Bắc', 'Nam', 'Đông', 'Tây'] : ['N', 'S', 'E', 'W'];
    const tell = (degrees: number, side: string | undefined): string =>
      `${formatNumber(Math.abs(degrees), locale)}° ${side ?? ''}`;
    return `${tell(north, sides[north < 0 ? 1 : 0])}${vi ? '; ' : ', '}${tell(east, sides[east < 0 ? 3 : 2])}`;
  },
};

/** Latitude, then longitude; the other way round when only that can be. */
function readText(typed: string): Parsed {
  const text = stripLabel(typed);
  const marked = [...text.matchAll(DEGREES)];
  if (marked.length === 2) return takePoint(...(marked.map(toDegrees) as [number, number]));
  const match = DECIMALS.exec(text);
  if (match === null) return fault('kind.place-expected');
  return takePoint(toNumber(match[1]), toNumber(match[2]));
}

function takePoint(first: number, second: number): Parsed {
  const [north, east] = Math.abs(first) > 90 ? [second, first] : [first, second];
  return Math.abs(north) <= 90 && Math.abs(east) <= 180
    ? { value: { type: 'Point', coordinates: [round(east), round(north)] } }
    : fault('kind.place-expected');
}

function readGeometry(input: { [name: string]: JsonValue }): Parsed {
  const point = pointOf(input);
  if (point !== undefined) return takePoint(point[1], point[0]);
  const rings = ownValue(input, 'coordinates');
  const isArea =
    ownValue(input, 'type') === 'Polygon' && Array.isArray(rings) && rings.length > 0 && rings.every(isRing);
  return isArea ? { value: { type: 'Polygon', coordinates: rings } } : fault('kind.place-expected');
}

/** Closed, and of three corners at least. */
function isRing(ring: JsonValue): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false;
  return JSON.stringify(ring[0]) === JSON.stringify(ring.at(-1));
}

function isPosition(position: JsonValue): position is [number, number] {
  if (!Array.isArray(position) || position.length !== 2) return false;
  const [east, north] = position;
  return typeof east === 'number' && typeof north === 'number' && Math.abs(east) <= 180 && Math.abs(north) <= 90;
}

function pointOf(value: JsonValue): [number, number] | undefined {
  if (!isObject(value) || ownValue(value, 'type') !== 'Point') return undefined;
  const position = ownValue(value, 'coordinates') ?? null;
  return isPosition(position) ? position : undefined;
}

function toDegrees([, degrees, minutes, seconds, side = '']: RegExpMatchArray): number {
  const size = toNumber(degrees) + toNumber(minutes) / 60 + toNumber(seconds) / 3600;
  return size * (SIGNS[side.toUpperCase()] ?? 1);
}

function toNumber(text = '0'): number {
  return Number(text.replace(',', '.'));
}

function round(degrees: number): number {
  return Math.round(degrees * PRECISION) / PRECISION + 0;
}
