/** Writes the page of one code: cause, cure, an example that was run, params, and the words a citizen reads. */
import { en, vi } from './code-words.mjs';
import { fillFigures } from './figures.mjs';
import { writeJson } from './write-json.mjs';

const READERS = {
  author: 'the author of a schema or procedure',
  integrator: 'the developer who uses the engine',
  citizen: 'a citizen who fills in a form',
};

/** @param entry of tools/generate/codes/*.yaml @param found what the example gave, or undefined */
export function codePage(code, entry, found) {
  return [
    `# \`${code}\``,
    `Met by ${READERS[entry.meets]}.`,
    `**Cause.** ${fillFigures(entry.cause.trim())}`,
    `**Cure.** ${fillFigures(entry.cure.trim())}`,
    ...example(entry, found),
    ...params(entry.params),
    ...words(code),
    ...sources(entry.see),
    '[All codes](README.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

function example({ example: given, because }, found) {
  if (given === undefined) return ['## Example', because.trim()];
  return ['## Example', ...show(given), 'gives', block('json', found)];
}

function show({
  schema,
  value,
  options,
  procedure,
  input,
  sent,
  catalogs,
  locked,
  limits,
  snippet,
  advised,
  ...shown
}) {
  const parts = [];
  const add = (title, content, language = 'json') => {
    if (content !== undefined) parts.push(`${title}:`, block(language, content));
  };
  if (snippet !== undefined) return [block('js', snippet.trim())];
  add('Schema', schema ?? advised ?? procedure?.data);
  add('Definitions', procedure?.definitions);
  add('Fields of the form', procedure?.fields);
  add('Form', procedure?.form);
  add('Options', options ?? procedure?.options);
  add('Typed', input);
  add('Sent', sent);
  add('Value', value);
  add('The catalogues hold', catalogs);
  add('Locked values', locked);
  add('Limits', limits);
  if (Object.keys(shown).length > 0) throw new Error(`an example knows no ${Object.keys(shown).join(', ')}`);
  return parts;
}

function block(language, content) {
  return `\`\`\`${language}\n${typeof content === 'string' && language !== 'json' ? content : writeJson(content)}\n\`\`\``;
}

function params(given) {
  if (given === undefined) return [];
  const rows = Object.entries(given).map(([name, meaning]) => `| \`${name.replace('?', '')}\` | ${meaning} |`);
  return ['## Params', ['| param | what it holds |', '|---|---|', ...rows].join('\n')];
}

function words(code) {
  if (vi[code] === undefined) return [];
  return [
    '## What a citizen reads',
    `> ${vi[code]}\n>\n> ${en[code]}`,
    `A procedure says it better in its own words, under \`fields.<pointer>.${code.startsWith('warning.') ? 'warnings' : 'errors'}["${code}"]\` of its locale file.`,
  ];
}

function sources(see = []) {
  return see.length === 0 ? [] : [`See ${see.map(link).join(', ')}.`];
}

function link(source) {
  if (/^[a-z]+\.[a-zA-Z-]+$/.test(source)) return `[\`${source}\`](${source}.md)`;
  const [name, section] = source.split(/ (?=[\d.]+$)/);
  if (name === 'core' || name === 'validation')
    return `[JSON Schema ${name} ${section}](https://json-schema.org/draft/2020-12/json-schema-${name}#section-${section})`;
  const rfc = /^RFC (\d+)(?: (.+))?$/.exec(source);
  if (rfc)
    return `[RFC ${rfc[1]}${rfc[2] ? ` section ${rfc[2]}` : ''}](https://www.rfc-editor.org/rfc/rfc${rfc[1]}${rfc[2] ? `#section-${rfc[2]}` : ''})`;
  return source;
}
