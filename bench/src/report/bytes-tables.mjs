/** The part of the page about bytes and the page's policy. */
import { readFileSync } from 'node:fs';
import { ENGINE_NAMES, ENGINES } from '../engines/index.mjs';
import { formatBytes, formatRatio } from '../figures/format.mjs';

/** @param {{engines: Record<string, number>, files: object[]}} bytes @param {object} form the results of the form of 81 leaves */
export function writeEngineTable({ engines }, form) {
  const versions = JSON.parse(readFileSync('bench/package.json', 'utf8')).dependencies;
  const rows = ENGINE_NAMES.map((name) => {
    const { title, package: from } = ENGINES[name];
    const version = from === undefined ? '–' : versions[from];
    return `| ${title} | ${version} | ${sizeOf(name, engines)} | ${underPolicy(form.page.verdicts[name].strict)} |`;
  });
  const complete = engines['ours with all formats and draft-07'];
  return [
    '| | version | gzip | strict policy |',
    '|---|---|--:|---|',
    ...rows,
    '',
    `Ours with every format and draft-07: ${formatBytes(complete)} bytes. Most of @hyperjump/json-schema is its formats, which bring the tables of international host names: without any it has ${formatBytes(engines['hyperjump without formats'])} bytes.`,
    '',
  ];
}

function sizeOf(name, engines) {
  if (name === 'ajv-standalone') {
    const [small, large] = ['mixed-81', 'flat-1000'].map((form) => formatBytes(engines[`ajv-standalone ${form}`]));
    return `${small} (81 leaves), ${large} (1,000 fields)`;
  }
  return `${formatRatio(engines[name], engines.ours)} (${formatBytes(engines[name])})`;
}

function underPolicy({ fault, violations = [], takesValid, refusesInvalid }) {
  const breaches = `${violations.length} ${violations.length === 1 ? 'violation' : 'violations'}`;
  const named = violations.length > 0 ? `${breaches} (${[...new Set(violations)].join('; ')})` : 'no violation';
  if (fault) return `does not run: ${fault.split(':')[0]}; ${named}`;
  return takesValid && refusesInvalid ? `runs, ${named}` : `wrong verdicts, ${named}`;
}

export function writeFileTable({ files }) {
  const rows = files.map(
    ({ name, raw, gzip, brotli }) => `| ${name} | ${[raw, gzip, brotli].map(formatBytes).join(' | ')} |`,
  );
  return ['| | raw | gzip | brotli |', '|---|--:|--:|--:|', ...rows, ''];
}
