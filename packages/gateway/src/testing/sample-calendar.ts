/**
 * The working calendar of the installed schemas, for tests.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateSchemas } from '../adapters/procedures/disk-procedures.js';
import { createWorkingCalendar, type CalendarDocument, type WorkingCalendar } from '../domain/time/working-calendar.js';

export function openSampleCalendar(): WorkingCalendar {
  const path = join(locateSchemas(), 'catalogs', 'working-calendar.2025-2027.json');
  return createWorkingCalendar(JSON.parse(readFileSync(path, 'utf8')) as CalendarDocument);
}
