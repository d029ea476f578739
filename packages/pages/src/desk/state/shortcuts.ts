/** Single keys that do something (WCAG 2.1.4): never while somebody types, never with a modifier, and off when the officer wants so. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const STORED = 'motcua-desk-keys';

/** Whether single keys do anything; kept on this device. */
export function areKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
}

/** Listens while its host is on the page. Keys by `KeyboardEvent.key`; one that did something goes no further. */
export class ShortcutController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly list: () => Shortcuts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!areKeysOn() || isTyping(event) || isInDialog(event)) return;
    const shortcuts = this.list();
    const act = Object.hasOwn(shortcuts, event.key) ? shortcuts[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act(event);
  };
}

const UNTYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'file']);

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return !UNTYPED.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

function isInDialog(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof HTMLDialogElement && target.open);
}
