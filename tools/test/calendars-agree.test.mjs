/** Rules in a plan and the deadlines of the gateway count by one catalogue: each made ready in its own way, to the same days. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readCalendar } from '../../packages/form-engine/dist/compile/read-calendar.js';
import { countWorkedDays } from '../../packages/form-engine/dist/expression/operators/further/worked-days.js';
import { createWorkingCalendar } from '../../packages/gateway/dist/domain/time/working-calendar.js';

const DAY = 86_400_000;
const files = readdirSync('schemas/catalogs').filter((name) => name.startsWith('working-calendar.'));

test('there is a working calendar', () => assert.ok(files.length > 0));

for (const file of files) {
  test(`${file}: the same days are worked, and the same number of them lies between two days`, () => {
    const document = JSON.parse(readFileSync(`schemas/catalogs/${file}`, 'utf8'));
    const rules = countWorkedDays(readCalendar(document));
    const deadlines = createWorkingCalendar(document);
    const { from, until } = document.covers;
    for (let time = Date.parse(from); time <= Date.parse(until); time += DAY) {
      const day = new Date(time).toISOString().slice(0, 10);
      assert.equal(rules.isWorked(day), deadlines.isWorkingDay(day), day);
      assert.equal(rules.count(from, day), deadlines.countWorkingDays(from, day), day);
      const later = rules.add(day, 5);
      if (later !== undefined) assert.equal(later, deadlines.addWorkingDays(day, 5), day);
    }
  });
}
