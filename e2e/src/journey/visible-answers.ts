/** Everything a citizen has put on the page that is open, as it shows: texts, choices, ticks and files, shadow roots entered. */
import type { Page } from 'playwright-core';

/** One line for each control, `place: what it holds`, in page order. */
export function readVisibleAnswers(page: Page): Promise<readonly string[]> {
  return page.evaluate(listAnswers);
}

/** Runs in the page; complete in itself. */
function listAnswers(): string[] {
  const lines: string[] = [];
  const describe = (element: Element): string | undefined => {
    if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? '';
    if (element instanceof HTMLTextAreaElement) return element.value;
    if (element instanceof HTMLInputElement && element.type === 'file') return undefined;
    if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type))
      return element.checked ? 'yes' : 'no';
    if (element instanceof HTMLInputElement) return element.value;
    if (element.matches('.row .name, .under, dl .value, motcua-facts dd'))
      return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return undefined;
  };
  const visit = (root: ParentNode, path: string): void => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.checkVisibility()) continue;
      const place = element.getAttribute('pointer') ?? element.id;
      const value = describe(element);
      const option =
        element instanceof HTMLInputElement && element.type === 'radio'
          ? `${element.name} ${element.value} ${element.labels?.[0]?.textContent?.trim() ?? ''} `
          : '';
      if (value !== undefined) lines.push(`${path} ${option}${place}: ${value}`.trim());
      if (element.shadowRoot && !element.matches('motcua-header, motcua-progress'))
        visit(element.shadowRoot, `${path} ${place}`.trim());
    }
  };
  const host = document.querySelector('motcua-submission');
  if (host?.shadowRoot) visit(host.shadowRoot, '');
  return lines;
}
