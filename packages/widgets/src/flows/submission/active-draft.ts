/** Remembers, for this tab only, which draft is open, so that a reload goes on where it was. The id is random and says nothing. */

export function rememberActiveDraft(slug: string, id: string): void {
  attempt(() => sessionStorage.setItem(key(slug), id));
}

export function recallActiveDraft(slug: string): string | undefined {
  return attempt(() => sessionStorage.getItem(key(slug))) ?? undefined;
}

export function forgetActiveDraft(slug: string): void {
  attempt(() => sessionStorage.removeItem(key(slug)));
}

function key(slug: string): string {
  return `motcua.draft.${slug}`;
}

/** A host may forbid storage; then a reload shows the start page, which offers the draft. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
