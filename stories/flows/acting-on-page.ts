/** Acts on a journey as a citizen does: presses buttons by their words, types into fields by their pointer. */
import { settle, typeInto } from '../acting.js';
import { findAll, shownText, until } from './reading-page.js';

/** Presses the button with these words; waits for it to be there and not busy. */
export async function pressButton(root: ParentNode, words: string): Promise<void> {
  const button = await until(`the button “${words}”`, () =>
    findAll(root, 'motcua-button:not([busy])').find((one) => shownText(one) === words),
  );
  inner(button, 'button').click();
  await settle();
}

/** Types into the field at a pointer. */
export async function typeAt(root: ParentNode, pointer: string, text: string, part = 'input, textarea'): Promise<void> {
  const field = await fieldAt(root, pointer);
  const input = inner<HTMLInputElement>(field, part);
  await typeInto(input, text);
  input.blur();
  await settle();
}

/** Ticks the box of the field at a pointer. */
export async function tick(root: ParentNode, pointer: string): Promise<void> {
  inner(await fieldAt(root, pointer), 'input').click();
  await settle();
}

/** Gives files to the paper at a pointer, as the dialog of the browser does. */
export async function giveFiles(root: ParentNode, pointer: string, files: readonly File[]): Promise<void> {
  const input = inner<HTMLInputElement>(await fieldAt(root, pointer), '#picker');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

/** The field element at a pointer, drawn. */
export async function fieldAt(root: ParentNode, pointer: string): Promise<HTMLElement> {
  const field = await until(`the field ${pointer}`, () =>
    findAll<HTMLElement & { pointer?: string }>(root, '[pointer]').find((one) => one.pointer === pointer),
  );
  await (field as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  return field;
}

function inner<Found extends HTMLElement = HTMLElement>(host: HTMLElement, selector: string): Found {
  const found = host.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`No ${selector} inside ${host.localName}`);
  return found;
}
