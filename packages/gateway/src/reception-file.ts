/**
 * Reads the operator's file on reception: code pattern, agency identifiers, calendar.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readReceptionSettings, type ReceptionOptions } from './domain/reception/reception-settings.js';

const SHAPE = {
  type: 'object',
  properties: {
    codePattern: { type: 'string' },
    agencies: {
      type: 'object',
      propertyNames: { pattern: '^[0-9]{5}$' },
      additionalProperties: {
        type: 'object',
        properties: { identifier: { type: 'string' }, codePattern: { type: 'string' } },
        required: ['identifier'],
        additionalProperties: false,
      },
    },
    soonLateHours: { type: 'number', minimum: 0 },
    calendar: { type: 'string' },
  },
  additionalProperties: false,
};

/** @throws Error whose message says what is wrong in the file; CodePatternError for codes that could clash */
export function readReceptionFile(path: string): ReceptionOptions {
  const validate = new Ajv2020().compile<ReceptionOptions>(SHAPE);
  const content = parse(readText(path), path);
  if (!validate(content)) {
    const fault = validate.errors?.[0];
    throw new Error(`${path} is wrong at "${fault?.instancePath ?? ''}": ${fault?.message ?? ''}.`);
  }
  readReceptionSettings(content);
  return content;
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
