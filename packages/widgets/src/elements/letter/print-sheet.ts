/**
 * Prints one sheet and nothing else of the page. What is printed is a copy at the end of the body: it flows over pages whatever its place in the
 * page was (a dialog, a scrolling pane), and `@page` counts only in the document, never in a shadow root.
 */

export type PaperSize = 'A5' | 'A4 landscape';

/** Margins of the paper, by its size. */
const MARGINS: Readonly<Record<PaperSize, string>> = {
  A5: '10mm 12mm',
  'A4 landscape': '12mm 14mm',
};

/** Resolves when the print dialog is closed; the document is then as it was. */
export function printSheet(element: HTMLElement, size: PaperSize): Promise<void> {
  const copy = copySheet(element);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    @page { size: ${size}; margin: ${MARGINS[size]}; }
    @media not print { [data-motcua-printing] { display: none !important; } }
    @media print {
      html, body {
        display: block !important; position: static !important; inline-size: auto !important; block-size: auto !important;
        min-block-size: 0 !important; margin: 0 !important; padding: 0 !important; overflow: visible !important; background: #fff !important;
      }
      body > :not([data-motcua-printing]) { display: none !important; }
    }
  `);
  document.body.append(copy);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return new Promise((resolve) => {
    const restore = (): void => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      copy.remove();
      resolve();
    };
    addEventListener('afterprint', restore, { once: true });
    print();
  });
}

/** The element as it is drawn now, without its behaviour. A frame holds it: its own `:host` rules are important, so the page could not hide it. */
function copySheet(element: HTMLElement): HTMLElement {
  const frame = document.createElement('div');
  frame.setAttribute('data-motcua-printing', '');
  frame.setAttribute('aria-hidden', 'true');
  const copy = document.createElement('div');
  frame.append(copy);
  const root = copy.attachShadow({ mode: 'open' });
  const drawn = element.shadowRoot;
  if (!drawn) return frame;
  root.adoptedStyleSheets = [...drawn.adoptedStyleSheets];
  root.append(...[...drawn.childNodes].map((node) => node.cloneNode(true)));
  return frame;
}
