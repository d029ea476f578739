/** Prints one element of a page on paper of a given size: `@page` counts only in the document, never in a shadow root. */

/** Resolves when the print dialog is closed; the document is then as it was. */
export function printElement(element: HTMLElement, size: 'A4' | 'A5'): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    @page { size: ${size}; margin: 14mm; }
    @media print {
      html, body { background: #fff; margin: 0; }
      body * { visibility: hidden; }
      [data-motcua-printing] { visibility: visible; position: absolute; inset: 0 0 auto 0; }
    }
  `);
  element.setAttribute('data-motcua-printing', '');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return new Promise((resolve) => {
    addEventListener(
      'afterprint',
      () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
        element.removeAttribute('data-motcua-printing');
        resolve();
      },
      { once: true },
    );
    print();
  });
}
