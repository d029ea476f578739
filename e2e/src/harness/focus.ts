/** Where the keyboard is on a page: the focused element however deep its shadow root, in words, and whether a reader can see it. */
import type { Page } from 'playwright-core';

export interface Focus {
  /** Names the element as long as the page stands; `body` when nothing has the focus. */
  id: string;
  /** The host of the outermost shadow root it stands in, as `motcua-submission`; empty outside of any. */
  widget: string;
  tag: string;
  /** Role of the element, or what its tag and type mean. */
  role: string;
  name: string;
  /** Names of the groups around it, the outermost first. */
  groups: readonly string[];
  /** An outline is drawn around it or around the box or tile that it stands in. */
  outlined: boolean;
  /** Lies in the window at least in part. */
  inView: boolean;
  value: string;
  checked: boolean;
  /** What explains it and the groups around it: hints, errors, warnings. */
  description: string;
  dialog: boolean;
}

/** Reads the focus of the page. */
export function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(describe);
}

/** The ids (as in {@link Focus}) of everything in the widgets that Tab must reach, in page order, each with its stop: radios of one name share one. */
export function readStops(page: Page): Promise<readonly { id: string; group: string }[]> {
  return page.evaluate(listStops);
}

/** Runs in the page; complete in itself, because only its own text reaches the page. */
function describe(): Focus {
  let element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;

  const textOf = (node: Node): string => {
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes({ flatten: true });
      return (assigned.length > 0 ? assigned : [...node.childNodes]).map(textOf).join('');
    }
    if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return '';
    return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : [...node.childNodes].map(textOf).join('');
  };
  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const byIds = (of: Element, attribute: string): string | undefined => {
    const ids = of.getAttribute(attribute)?.split(/\s+/);
    const root = of.getRootNode() as Document | ShadowRoot;
    return ids?.map((id) => textOf(root.getElementById(id) ?? new Text())).join(' ');
  };
  const labelOf = (of: Element): string => {
    const labels = 'labels' in of ? [...((of as HTMLInputElement).labels ?? [])] : [];
    return tidy(
      of.getAttribute('aria-label') ??
        byIds(of, 'aria-labelledby') ??
        (labels.length > 0 ? labels.map(textOf).join(' ') : textOf(of)),
    );
  };
  const parentOf = (of: Element): Element | null =>
    of.assignedSlot ?? of.parentElement ?? (of.getRootNode() as Partial<ShadowRoot>).host ?? null;
  const around: Element[] = [];
  for (let at = parentOf(element); at; at = parentOf(at)) around.push(at);

  const input = element instanceof HTMLInputElement ? element : undefined;
  const roles: Record<string, string> = {
    A: 'link',
    BUTTON: 'button',
    SELECT: 'select',
    TEXTAREA: 'textbox',
    INPUT: 'textbox',
  };
  const isOutlined = (of: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(of);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  const root = element.getRootNode();
  const frames = around.filter((one) => one.getRootNode() === root && one.matches('.tile, .segment, .box'));
  const rect = (frames[0] ?? element).getBoundingClientRect();
  const seen = globalThis as { focusIds?: WeakMap<Element, string>; focusCount?: number };
  const ids = (seen.focusIds ??= new WeakMap<Element, string>());
  if (!ids.has(element)) ids.set(element, `focus-${(seen.focusCount = (seen.focusCount ?? 0) + 1)}`);

  return {
    id: element === document.body || element === document.documentElement ? 'body' : (ids.get(element) ?? ''),
    widget: around.findLast(({ shadowRoot }) => shadowRoot !== null)?.localName ?? '',
    tag: element.localName,
    role:
      element.getAttribute('role') ??
      (input && ['radio', 'checkbox'].includes(input.type)
        ? input.type
        : (roles[element.tagName] ?? element.localName)),
    name: labelOf(element),
    groups: around
      .filter((one) => one.matches('[role=group], [role=radiogroup], fieldset'))
      .map(labelOf)
      .reverse(),
    outlined: [element, ...frames].some(isOutlined),
    inView: rect.bottom > 0 && rect.right > 0 && rect.top < innerHeight && rect.left < innerWidth,
    value:
      element instanceof HTMLSelectElement
        ? (element.selectedOptions[0]?.label ?? '')
        : ((element as Partial<HTMLInputElement>).value ?? ''),
    checked: input?.checked ?? false,
    description: tidy([element, ...around].map((one) => byIds(one, 'aria-describedby') ?? '').join(' ')),
    dialog: around.some((one) => one.localName === 'dialog'),
  };
}

/** Runs in the page, as {@link describe}. */
function listStops(): { id: string; group: string }[] {
  const seen = globalThis as { focusIds?: WeakMap<Element, string>; focusCount?: number };
  const ids = (seen.focusIds ??= new WeakMap<Element, string>());
  const stops: { id: string; group: string }[] = [];
  const groups = new Map<Node, Map<string, string>>();
  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const isStop = (element: Element): element is HTMLElement =>
    element.matches('a[href], button, input, select, textarea, [tabindex]') &&
    (element as HTMLElement).tabIndex >= 0 &&
    !(element as HTMLButtonElement).disabled;
  // The tree as it is drawn: what is slotted stands at its slot.
  const visit = (element: Element): void => {
    if (element.matches('dialog:not([open])')) return;
    if (isStop(element) && isShown(element)) stops.push(stopOf(element));
    const inside = element instanceof HTMLSlotElement ? element.assignedElements() : [];
    for (const next of inside.length > 0 ? inside : (element.shadowRoot ?? element).children) visit(next);
  };
  const stopOf = (element: HTMLElement): { id: string; group: string } => {
    if (!ids.has(element)) ids.set(element, `focus-${(seen.focusCount = (seen.focusCount ?? 0) + 1)}`);
    const id = ids.get(element) ?? '';
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return { id, group: id };
    const named = groups.get(element.getRootNode()) ?? new Map<string, string>();
    groups.set(element.getRootNode(), named);
    if (!named.has(element.name)) named.set(element.name, id);
    return { id, group: named.get(element.name) ?? id };
  };
  for (const host of document.querySelectorAll('motcua-submission, motcua-status')) visit(host);
  return stops;
}
