import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from './judge.mjs';

const calendar = readJson('catalogs/working-calendar.2025-2027.json');
const DAY = 86_400_000;

/** Degrees to sine. */
const sine = (degrees) => Math.sin((degrees * Math.PI) / 180);

/** UTC time of the k-th new moon after January 2000 (Meeus, Astronomical Algorithms, chapter 49, the large terms): right within minutes. */
function newMoon(k) {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const eccentricity = 1 - 0.002516 * t;
  const julian =
    2451550.09766 +
    29.530588861 * k +
    0.00015437 * t * t -
    0.4072 * sine(moon) +
    0.17241 * eccentricity * sine(sun) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * latitude) +
    0.00739 * eccentricity * sine(moon - sun) -
    0.00514 * eccentricity * sine(moon + sun) +
    0.00208 * eccentricity ** 2 * sine(2 * sun) -
    0.00111 * sine(moon - 2 * latitude) -
    0.00057 * sine(moon + 2 * latitude);
  const dynamicalMinusUniversal = 69_000;
  return (julian - 2440587.5) * DAY - dynamicalMinusUniversal;
}

/** The day in Viet Nam on which the lunar month nearest to a date begins, and the number of its new moon. */
function monthBegin(date) {
  const k = Math.round((Date.parse(date) - Date.UTC(2000, 0, 6, 18)) / (29.530588861 * DAY));
  return { k, date: dayOf(newMoon(k)) };
}

const dayOf = (time) => new Date(time + 7 * 3_600_000).toISOString().slice(0, 10);
const holidays = (lunar) => calendar.lunarHolidays.filter((holiday) => holiday.lunar === lunar);

test('Tết falls on the day of the new moon in Viet Nam', () => {
  assert.equal(holidays('01-01').length, 3);
  for (const { date } of holidays('01-01')) assert.equal(monthBegin(date).date, date);
});

test('the day of the Hùng kings is the tenth of the second lunar month after that of Tết', () => {
  for (const { date } of holidays('03-10')) {
    const tet = holidays('01-01').find((holiday) => holiday.date.slice(0, 4) === date.slice(0, 4));
    const tenth = Date.parse(dayOf(newMoon(monthBegin(tet.date).k + 2))) + 9 * DAY;
    assert.equal(new Date(tenth).toISOString().slice(0, 10), date);
  }
});

test('every announced day lies in the years that are covered, and each swapped day is both off and made up for', () => {
  const { daysOff, workDays, sample } = calendar.announced;
  assert.equal(sample, true);
  for (const day of [...daysOff.flatMap(({ from, until }) => [from, until]), ...workDays.map(({ date }) => date)])
    assert.ok(day >= calendar.covers.from && day <= calendar.covers.until, day);
  for (const { date, for: swapped } of workDays) {
    assert.ok(
      daysOff.some(({ from, until }) => from <= swapped && swapped <= until),
      swapped,
    );
    assert.equal(calendar.weekend.includes(new Date(date).getUTCDay() || 7), true, date);
  }
});
