/** Finds and waits for what a journey shows, through every shadow root. */

/** Milliseconds; the gateway is on this machine. */
const limit = 10_000;

/** Resolves with the first true answer. Rejects with what was awaited. */
export async function until<Found>(what: string, look: () => Found | undefined | null | false): Promise<Found> {
  const end = performance.now() + limit;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Every element that fits, in this tree and the shadow roots below it. */
export function findAll<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found[] {
  const found: Found[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) found.push(element as Found);
    if (element.shadowRoot) found.push(...findAll<Found>(element.shadowRoot, selector));
  }
  return found;
}

/** The text that a reader sees, parts parted by one space; what is hidden or only spoken is left out. */
export function shownText(root: Node): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof Element && (node.matches('style, script, motcua-live-region, [hidden]') || isClosed(node)))
      return;
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) return node.assignedNodes().forEach(walk);
    (node instanceof Element && node.shadowRoot ? node.shadowRoot : node).childNodes.forEach(walk);
  };
  walk(root);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

function isClosed(element: Element): boolean {
  return element instanceof HTMLDialogElement && !element.open;
}

/** Waits until the page shows every one of these texts. */
export async function reachText(root: ParentNode & Node, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const wanted = text.replace(/\s+/g, ' ');
    await until(`the text “${text}”`, () => shownText(root).includes(wanted));
  }
}

/** Waits until a page of the journey stands, told by its heading; its fields are drawn then. */
export async function reachPage(root: ParentNode, heading: string): Promise<void> {
  await until(`the page “${heading}”`, () => findAll(root, 'h1').some((one) => one.textContent.trim() === heading));
  await Promise.all(
    findAll<HTMLElement & { updateComplete?: Promise<unknown> }>(root, 'motcua-form-field').map(
      (field) => field.updateComplete,
    ),
  );
}
