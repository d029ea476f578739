/** Receives many dossiers at once, each with an outcome of its own. */
import type { DeskReceptions } from '@motcua/schemas';
import type { QueueRow } from '../state/queue-memory.js';
import type { DeskTexts } from '../text/desk-texts.js';
import type { DeskApi } from '../wire/desk-api.js';

/** As the gateway takes them in one request. */
const AT_ONCE = 100;

interface Question extends HTMLElement {
  ask(): Promise<boolean>;
}

/** Says before what cannot be undone after. Nothing to receive is said too. */
export async function confirmReception(
  dialog: Question,
  waiting: number,
  others: number,
  words: DeskTexts,
): Promise<boolean> {
  if (waiting + others === 0) return false;
  const skipped = others === 0 ? '' : ` ${words.t('bulk.skipped', { count: others })}`;
  Object.assign(dialog, {
    heading: waiting === 0 ? words.t('bulk.nothing') : words.t('bulk.question', { count: waiting }),
    confirmLabel: waiting === 0 ? words.t('bulk.understood') : words.t('bulk.receive', { count: waiting }),
  });
  const text = document.createElement('p');
  text.textContent = (waiting === 0 ? '' : words.t('bulk.final')) + skipped;
  dialog.replaceChildren(text);
  return (await dialog.ask()) && waiting > 0;
}

/** @throws DeskProblem; what was received before it stays received and shows when the queue is read again */
export async function receiveMany(rows: readonly QueueRow[], api: DeskApi): Promise<DeskReceptions['results']> {
  const results: DeskReceptions['results'] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const part = rows.slice(at, at + AT_ONCE).map(({ code, version }) => ({ code, version }));
    results.push(...(await api.receive(part)).results);
  }
  return results;
}
