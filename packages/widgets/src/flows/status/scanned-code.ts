/** The dossier code of a scanned QR stands in the fragment: it is taken out of the address before anything else runs. */

/** Reads the code once; afterwards neither the address nor the history has it. */
export function takeScannedCode(): string {
  const fragment = location.hash.slice(1);
  if (!/^[A-Za-z0-9.-]{6,64}$/.test(fragment) || !/\d/.test(fragment)) return '';
  history.replaceState(history.state, '', location.pathname + location.search);
  return fragment;
}
