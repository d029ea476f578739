/** The engine's limits by name, for texts that state them: `{{schema.bytes}}` is what the source says now. */
import { readFileSync } from 'node:fs';
import { SUBMISSION_LIMITS } from '../../packages/form-engine/dist/data/limits.js';
import { SCHEMA_LIMITS } from '../../packages/form-engine/dist/vocabulary/schema-limits.js';

const source = readFileSync('packages/form-engine/src/vocabulary/create-validator.ts', 'utf8');
const FIGURES = { schema: SCHEMA_LIMITS, submission: SUBMISSION_LIMITS, data: readDataLimits() };

/** Puts the figures into a text. */
export function fillFigures(text) {
  return text.replace(/\{\{([a-z]+)\.([a-zA-Z]+)\}\}/g, (_, group, name) => {
    const figure = FIGURES[group]?.[name];
    if (!Number.isFinite(figure)) throw new Error(`There is no figure ${group}.${name}.`);
    return figure.toLocaleString('en-GB');
  });
}

/** The bounds of a bare validator stand in its own file only. */
function readDataLimits() {
  const limits = /const DATA_LIMITS = \{([^}]*)\}/.exec(source)?.[1] ?? '';
  return Object.fromEntries(
    [...limits.matchAll(/(\w+): ([\d_]+)/g)].map(([, name, figure]) => [name, Number(figure.replaceAll('_', ''))]),
  );
}
