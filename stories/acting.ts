/** Acts on elements inside shadow roots, where the test library's own `userEvent` cannot reach. */

/** The element that `selector` finds inside the shadow root of `host`, after its pending update. */
export async function insideOf<Found extends Element = HTMLElement>(
  host: Element | null | undefined,
  selector: string,
): Promise<Found> {
  if (!host) throw new Error(`No host to look for ${selector} in`);
  await (host as Element & { updateComplete?: Promise<unknown> }).updateComplete;
  const found = host.shadowRoot?.querySelector<Found>(selector);
  if (!found) throw new Error(`No ${selector} inside ${host.localName}`);
  return found;
}

/** Puts text into an input the way a browser reports typing. */
export async function typeInto(input: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  await settle();
}

/** Presses a key on an element. */
export async function press(target: Element, key: string): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await settle();
}

/** Waits until pending updates have been drawn. */
export function settle(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
