/** The confirmation as files that its holder keeps: a page that any browser opens, and the signed document that anybody can verify. */
import type { Confirmation } from '@motcua/schemas';
import type { LocaleCode } from '../../text/texts.js';
import type { FlowTexts } from '../flow-texts.js';
import { formatDay, formatTime } from '../moments.js';

export function makeConfirmationFile(
  confirmation: Confirmation,
  words: FlowTexts,
  holderSecret: string | undefined,
): Blob {
  const { provisionalCode, procedure, agency, submittedAt, jws } = confirmation;
  const at = new Date(submittedAt);
  const rows: [string, string][] = [
    [words.t('sent.provisionalCode'), provisionalCode],
    ...(holderSecret === undefined ? [] : [[words.t('sent.secret'), holderSecret] as [string, string]]),
    [words.t('review.agencyName'), localized(agency.name, words.locale)],
    [words.t('print.sentAt'), `${formatTime(at, words.locale)}, ${formatDay(at)}`],
    [words.t('start.procedureCode', { code: procedure.code }), localized(procedure.title, words.locale)],
    [words.t('print.signature'), jws],
  ];
  const title = `${words.t('print.title')} ${provisionalCode}`;
  const body = rows.map(([key, value]) => `<dt>${escape(key)}</dt><dd>${escape(value)}</dd>`).join('\n');
  return new Blob(
    [
      `<!doctype html>\n<html lang="${words.locale}"><head><meta charset="utf-8"><title>${escape(title)}</title>
<style>body{font:16px/1.6 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}dt{color:#4a5f64}dd{margin:0 0 1em;font-weight:600;overflow-wrap:anywhere}</style></head>
<body><h1>${escape(words.t('print.title'))}</h1><dl>${body}</dl></body></html>\n`,
    ],
    { type: 'text/html' },
  );
}

/** The signed part, readable, beside its signature; nothing else, since nothing else can be verified. */
export function makeSignedFile({ jws, state: _, ...document }: Confirmation): Blob {
  return makeJsonFile({ document, jws });
}

export function makeJsonFile(value: object): Blob {
  return new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' });
}

function localized(text: { vi: string; en?: string }, locale: LocaleCode): string {
  return text[locale] ?? text.vi;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
