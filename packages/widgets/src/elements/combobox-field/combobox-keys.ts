/** What a key does in a combobox, after the ARIA Authoring Practices for an editable combobox with a list. */

export interface ListState {
  readonly open: boolean;
  /** Index of the active option; -1 for none. */
  readonly active: number;
  readonly count: number;
}

export type KeyAction = 'search' | 'close' | 'choose' | { readonly moveTo: number };

/** The action of a key, or `undefined` where the browser's own is right: Home and End move the caret until an option is active. */
export function keyAction(event: Pick<KeyboardEvent, 'key' | 'altKey'>, list: ListState): KeyAction | undefined {
  if (!list.open) return event.key === 'ArrowDown' || event.key === 'ArrowUp' ? 'search' : undefined;
  if (event.key === 'Escape' || (event.key === 'ArrowUp' && event.altKey)) return 'close';
  if (list.count === 0) return undefined;
  if (event.key === 'ArrowDown') return { moveTo: (list.active + 1) % list.count };
  if (event.key === 'ArrowUp') return { moveTo: list.active <= 0 ? list.count - 1 : list.active - 1 };
  if (list.active < 0) return undefined;
  if (event.key === 'Enter') return 'choose';
  if (event.key === 'Home') return { moveTo: 0 };
  if (event.key === 'End') return { moveTo: list.count - 1 };
  return undefined;
}
