/**
 * Variables on messages, alarms, metrics and readiness: OUTBOX_ATTEMPTS, MAILBOX, WATCH_FILE, METRICS_FROM, METRICS_TOKEN,
 * READY_FREE_MEGABYTES.
 */
import { resolve } from 'node:path';
import type { OperationOptions } from './open-operation.js';
import type { VariableReader } from './read-variables.js';
import { readWatchFile } from './watch-file.js';

/** A token of that length cannot be guessed. */
const SHORTEST_TOKEN = 32;

export function readOperation(reader: VariableReader): OperationOptions {
  const watch = readWatch(reader);
  return {
    mailbox: readMailbox(reader),
    outbox: { attempts: reader.integer('OUTBOX_ATTEMPTS', 10, { min: 1, max: 100 }) },
    metrics: readMetrics(reader),
    minFreeBytes: reader.integer('READY_FREE_MEGABYTES', 512, { min: 0, max: 10_000_000 }) * 1024 * 1024,
    ...(watch === undefined ? {} : { watch }),
  };
}

function readMailbox(reader: VariableReader): boolean {
  const isOn = reader.flag('MAILBOX');
  if (isOn && reader.isProduction())
    reader.fault('MAILBOX may not be on in production: its page shows every message to whoever asks.');
  return isOn;
}

function readMetrics(reader: VariableReader): NonNullable<OperationOptions['metrics']> {
  const token = reader.text('METRICS_TOKEN');
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
    reader.fault('METRICS_TOKEN must be made of visible ASCII characters without spaces.');
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    reader.fault(`METRICS_TOKEN must have at least ${SHORTEST_TOKEN} characters. Make one with a random generator.`);
  return { addresses: reader.addresses('METRICS_FROM'), ...(token === undefined ? {} : { token }) };
}

function readWatch(reader: VariableReader): OperationOptions['watch'] {
  const file = reader.text('WATCH_FILE');
  if (file === undefined) return undefined;
  try {
    return readWatchFile(resolve(file));
  } catch (error) {
    reader.fault(`WATCH_FILE: ${error instanceof Error ? error.message : 'it cannot be used.'}`);
    return undefined;
  }
}
