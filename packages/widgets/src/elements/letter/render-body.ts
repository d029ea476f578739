/** What each form says between its title and its signatures. */
import { html, nothing, type TemplateResult } from 'lit';
import type {
  ApologyLetter,
  ControlSheet,
  Letter,
  ReceptionSlip,
  RefusalLetter,
  ResultStatement,
  SupplementLetter,
} from '@motcua/schemas';
import { formatSize } from '../../text/format-amount.js';
import { lettersVi, type LetterTextKey } from '../../text/letters.vi.js';
import { sayTimeLimit, writeCount, writeMoment, writeShortMoment } from './letter-times.js';
import type { LetterWords } from './letter-words.js';
import { listApplicantFacts, renderFacts } from './render-facts.js';
import { renderTable } from './render-table.js';

export function renderBody(letter: Letter, words: LetterWords): TemplateResult {
  switch (letter.kind) {
    case 'receptionSlip':
      return renderReceptionSlip(letter, words);
    case 'supplementRequest':
      return renderSupplementRequest(letter, words);
    case 'refusal':
      return renderRefusal(letter, words);
    case 'apology':
      return renderApology(letter, words);
    case 'controlSheet':
      return renderControlSheet(letter, words);
    case 'result':
      return renderResult(letter, words);
  }
}

function renderReceptionSlip(letter: ReceptionSlip, words: LetterWords): TemplateResult {
  const { papers, sets, timeLimit, receivedAt, dueAt } = letter;
  return html`${renderFacts(listApplicantFacts(letter, 'applicant.received', words), words)}
    <ol class="points">
      <li>
        <p class="point">${words.label('papers')}</p>
        ${papers.length === 0 ? html`<p>${words.say('papers.none')}</p>` : renderPapers(papers, words)}
      </li>
      ${renderPoint('sets', sayCount('sets.count', sets, words), words)}
      ${renderPoint('timeLimit', sayLimit(timeLimit, words), words)}
      ${renderPoint('receivedAt', sayMoment(receivedAt, words), words)}
      ${dueAt === undefined ? nothing : renderPoint('dueAt', sayMoment(dueAt, words), words, true)}
    </ol>`;
}

function renderPoint(label: LetterTextKey, value: TemplateResult, words: LetterWords, strong = false): TemplateResult {
  return html`<li>
    <p class="point">${words.label(label)} <span class=${strong ? 'value strong' : 'value'}>${value}</span></p>
  </li>`;
}

function renderPapers(papers: ReceptionSlip['papers'], words: LetterWords): TemplateResult {
  return renderTable(
    {
      caption: 'papers',
      captionHidden: true,
      rows: papers,
      columns: [
        { head: 'papers.number', kind: 'number', cell: (_, index) => String(index + 1) },
        { head: 'papers.name', names: true, cell: ({ name }) => words.name(name) },
        { head: 'papers.originals', kind: 'count', roomy: true, cell: () => sayNothing('papers.nothing', words) },
        { head: 'papers.copies', kind: 'count', roomy: true, cell: () => sayNothing('papers.nothing', words) },
        {
          head: 'papers.electronic',
          kind: 'count',
          cell: ({ electronicFiles }) => writeCount(electronicFiles, 'vi'),
        },
      ],
    },
    words,
  );
}

function renderSupplementRequest(letter: SupplementLetter, words: LetterWords): TemplateResult {
  return html`${renderFacts(listApplicantFacts(letter, 'applicant.owner', words), words)}
    <p>${words.say('supplement.lead')}</p>
    ${renderTable(
      {
        caption: 'supplement.table',
        captionHidden: true,
        rows: letter.items,
        columns: [
          { head: 'papers.number', kind: 'number', cell: (_, index) => String(index + 1) },
          {
            head: 'supplement.what',
            names: true,
            cell: ({ label, document }) =>
              html`${words.name(label)}${document === undefined ? nothing : html` <span class="aside">${words.say('supplement.bring')}</span>`}`,
          },
          { head: 'supplement.reason', cell: ({ reason }) => html`<span class="free">${reason}</span>` },
        ],
      },
      words,
    )}
    ${renderNote('supplement.note', letter.note, words)}`;
}

function renderRefusal(letter: RefusalLetter, words: LetterWords): TemplateResult {
  return html`${renderFacts(listApplicantFacts(letter, 'applicant.owner', words), words)}
    <p>${sayOfAgency('refusal.lead', letter, words)}</p>
    <p class="free reason">${letter.reason}</p>
    <p>${words.say('refusal.end')}</p>`;
}

function renderApology(letter: ApologyLetter, words: LetterWords): TemplateResult {
  const { previousDueAt, dueAt, reason } = letter;
  return html`${renderFacts(listApplicantFacts(letter, 'applicant.to', words), words)}
    <p>${sayOfAgency('apology.lead', letter, words)}</p>
    ${renderFacts(
      [
        { label: 'apology.previous', value: previousDueAt === undefined ? undefined : sayMoment(previousDueAt, words) },
        { label: 'apology.reason', value: html`<span class="free">${reason}</span>` },
        { label: 'apology.dueAt', value: sayMoment(dueAt, words), strong: true },
      ],
      words,
    )}
    <p>${words.say('apology.end')}</p>`;
}

function renderControlSheet(letter: ControlSheet, words: LetterWords): TemplateResult {
  const { receivedAt, dueAt, steps } = letter;
  return html`${renderFacts(
    [
      { label: 'applicant.owner', value: letter.applicant.name, strong: true },
      { label: 'procedure', value: words.name(letter.procedure.title) },
      { label: 'receivedAt', value: receivedAt === undefined ? undefined : sayMoment(receivedAt, words) },
      { label: 'dueAt', value: dueAt === undefined ? undefined : sayMoment(dueAt, words), strong: true },
    ],
    words,
  )}
  ${renderTable(
    {
      caption: 'control.table',
      captionHidden: true,
      rows: steps,
      columns: [
        { head: 'papers.number', kind: 'number', roomy: true, cell: (_, index) => String(index + 1) },
        { head: 'control.when', kind: 'time', cell: ({ at }) => writeShortMoment(at) },
        {
          head: 'control.what',
          names: true,
          cell: ({ move, state, note }) =>
            html`${nameMove(move, state, words)}${note === undefined ? nothing : html` <span class="aside free">${note}</span>`}`,
        },
        {
          head: 'control.who',
          kind: 'who',
          cell: ({ actor, officer }) =>
            officer === undefined
              ? words.say(`actor.${actor}`)
              : html`${officer} <span class="aside">${words.say(`actor.${actor}`)}</span>`,
        },
        {
          head: 'control.timing',
          kind: 'count',
          cell: ({ timing }) =>
            timing === undefined ? sayNothing('control.noTiming', words) : words.say(`control.${timing}`),
        },
      ],
    },
    words,
  )}`;
}

function renderResult(letter: ResultStatement, words: LetterWords): TemplateResult {
  const { files, completedAt, returnedAt, dueAt, note } = letter;
  return html`${renderFacts(listApplicantFacts(letter, 'applicant.to', words), words)}
    <p>${words.say('result.lead')}</p>
    ${renderTable(
      {
        caption: 'result.table',
        captionHidden: true,
        rows: files,
        columns: [
          { head: 'papers.number', kind: 'number', cell: (_, index) => String(index + 1) },
          { head: 'result.name', names: true, cell: ({ name }) => name },
          { head: 'result.size', kind: 'count', cell: ({ size }) => formatSize(size, 'vi') },
          { head: 'result.sha256', kind: 'hash', cell: ({ sha256 }) => sha256 },
        ],
      },
      words,
    )}
    ${renderFacts(
      [
        { label: 'result.dueAt', value: dueAt === undefined ? undefined : sayMoment(dueAt, words) },
        { label: 'result.completedAt', value: sayMoment(completedAt, words) },
        { label: 'result.returnedAt', value: returnedAt === undefined ? undefined : sayMoment(returnedAt, words) },
      ],
      words,
    )}
    ${renderNote('note', note, words)}`;
}

/** A dash for the eye, words for the ear. */
function sayNothing(key: LetterTextKey, words: LetterWords): TemplateResult {
  return html`<span aria-hidden="true">–</span><span class="visually-hidden">${words.official(key)}</span>`;
}

function renderNote(
  label: LetterTextKey,
  note: string | undefined,
  words: LetterWords,
): TemplateResult | typeof nothing {
  return note === undefined
    ? nothing
    : html`<p class="point">${words.label(label)} <span class="value free">${note}</span></p>`;
}

function sayMoment(time: string, words: LetterWords): TemplateResult {
  return words.value((locale) => writeMoment(time, locale));
}

function sayCount(key: LetterTextKey, count: number, words: LetterWords): TemplateResult {
  return words.say(key, { count: writeCount(count, 'vi') }, { count });
}

function sayLimit(limit: ReceptionSlip['timeLimit'], words: LetterWords): TemplateResult {
  const said = sayTimeLimit(limit);
  return 'count' in said ? sayCount(said.key, said.count, words) : words.say(said.key);
}

function sayOfAgency(key: LetterTextKey, { agency }: Letter, words: LetterWords): TemplateResult {
  return words.say(key, { agency: agency.name.vi }, { agency: agency.name.en ?? agency.name.vi });
}

/** A step that this version does not know is named by its state. */
function nameMove(
  move: string | undefined,
  state: ControlSheet['steps'][number]['state'],
  words: LetterWords,
): TemplateResult | string {
  const key = `move.${move ?? ''}`;
  if (Object.hasOwn(lettersVi, key)) return words.say(key as LetterTextKey);
  return state.name === 'unknown' ? state.rawLabel : words.say(`state.${state.name}`);
}
