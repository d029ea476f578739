/** Asks axe about a piece of a page, shadow roots included, with every rule on. The piece stands in a landmark, as it would on a page. */
import type { AxeResults } from 'axe-core';

interface Axe {
  run(context: Element): Promise<AxeResults>;
}

/** Each violation as `rule: where`; an empty list is what a test wants. Needs the development dependency `axe-core`. */
export async function findViolations(element: Element): Promise<readonly string[]> {
  const { violations } = await (await loadAxe()).run(element);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
}

/** The file is a plain script: in a browser it leaves axe on the window, whatever the loader. */
async function loadAxe(): Promise<Axe> {
  const page: typeof globalThis & { axe?: Axe } = globalThis;
  if (page.axe === undefined) await import('axe-core/axe.min.js' as string);
  if (page.axe === undefined) throw new Error('axe-core could not be loaded');
  return page.axe;
}
