/** A paper that came in the fragment of the address, which no server ever sees. */

/** Reads it once; afterwards neither the address nor the history has it. */
export function takeFragment(): string {
  const fragment = location.hash.slice(1);
  if (fragment === '') return '';
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
