/**
 * Structured log records with an allow-list of fields: what is not named here cannot be logged.
 */

const FIELDS = [
  'time',
  'level',
  'event',
  'method',
  'route',
  'status',
  'durationMs',
  'code',
  'reference',
  'procedure',
  'planHash',
  'pointer',
  'keyword',
  'stricter',
  'reason',
  'count',
  'errorName',
  'frames',
] as const;

export type LogField = (typeof FIELDS)[number];
export type LogRecord = Partial<Record<LogField, string | number>> & { event: string };
/** Takes one finished record, as `(record) => process.stderr.write(JSON.stringify(record) + '\n')`. */
export type LogSink = (record: Readonly<LogRecord>) => void;
/** Writes a record. `pointer` names a place in a form, never in one person's answers. */
export type Log = (level: 'info' | 'warn' | 'alarm', record: LogRecord) => void;

/** Makes a log that stamps the time and drops every field off the list. */
export function createLog(sink: LogSink, now: () => Date): Log {
  return (level, record) => {
    const kept: Record<string, string | number> = { time: now().toISOString(), level };
    for (const field of FIELDS) {
      const value = record[field];
      if (value !== undefined) kept[field] = value;
    }
    sink(kept as LogRecord);
  };
}

/** Where an error was thrown, without its message: messages of databases and parsers quote data. */
export function describeError(error: unknown): { errorName: string; frames: string } {
  if (!(error instanceof Error)) return { errorName: typeof error, frames: '' };
  // A message may have lines that look like frames.
  const place = (error.stack ?? '').indexOf(error.message) + error.message.length;
  const frames = (error.stack ?? '')
    .slice(place)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return { errorName: error.name, frames: frames.map((line) => line.trim()).join(' | ') };
}
