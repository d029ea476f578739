/**
 * Reads the operator's file on alarms: after how long a dossier counts as unclaimed, how long a supplement is waited for, what ends by itself.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { WatchOptions } from './domain/watchdog/watch-settings.js';

const SUPPLEMENT = {
  type: 'object',
  properties: {
    workingDays: { type: 'integer', minimum: 1, maximum: 250 },
    end: { type: 'boolean' },
    warnBefore: { type: 'integer', minimum: 1, maximum: 60 },
  },
  additionalProperties: false,
};

const SHAPE = {
  type: 'object',
  properties: {
    unclaimedHours: { type: 'number', exclusiveMinimum: 0, maximum: 400 },
    failingAttempts: { type: 'integer', minimum: 1, maximum: 100 },
    supplement: SUPPLEMENT,
    procedures: {
      type: 'object',
      propertyNames: { pattern: '^[a-z0-9-]+/[a-z0-9-]+$' },
      additionalProperties: {
        type: 'object',
        properties: { supplement: SUPPLEMENT },
        required: ['supplement'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

/** @throws Error whose message says what is wrong in the file */
export function readWatchFile(path: string): WatchOptions {
  const validate = new Ajv2020().compile<WatchOptions>(SHAPE);
  const content = parse(readText(path), path);
  if (validate(content)) return content;
  const fault = validate.errors?.[0];
  throw new Error(`${path} is wrong at "${fault?.instancePath ?? ''}": ${fault?.message ?? ''}.`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${path} cannot be read.`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${path} is not JSON.`);
  }
}
