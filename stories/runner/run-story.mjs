/** Shows one story and says everything that is wrong with it; an empty list is a pass. */

const finishLimit = 30_000;

/** Events that end a story, and those that mean it failed. `storyFinished` alone comes even after a failed play function. */
const failing = [
  'playFunctionThrewException',
  'unhandledErrorsWhilePlaying',
  'storyThrewException',
  'storyErrored',
  'storyMissing',
];

/**
 * @param page A page of the browser.
 * @param story Its id; its address, to load the page anew. Without an address the page that stands goes on to it, which takes a third of the time.
 */
export async function runStory(page, { id, address }) {
  const pageErrors = [];
  const note = (error) => pageErrors.push(`page error: ${error.message}`);
  page.on('pageerror', note);
  try {
    if (address !== undefined) await page.goto(address, { waitUntil: 'load' });
    const reasons = await page.evaluate(watchStory, { id, failing, finishLimit, goOn: address === undefined });
    return [...reasons, ...(await findUndefined(page)), ...pageErrors];
  } catch (error) {
    return [error.message.split('\n')[0], ...pageErrors];
  } finally {
    page.off('pageerror', note);
  }
}

/** Runs in the page. Listens to Storybook's channel; on a page that was just loaded also to what it said before we came. */
async function watchStory({ id, failing: bad, finishLimit: limit, goOn }) {
  const until = Date.now() + limit;
  while (globalThis.__STORYBOOK_ADDONS_CHANNEL__ === undefined && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const reasons = new Set();
  const describe = (name, detail) =>
    reasons.add(`${name}: ${detail?.message ?? detail?.description ?? JSON.stringify(detail)?.slice(0, 400) ?? ''}`);
  const listeners = [];
  const listen = (name, hear) => {
    listeners.push([name, hear]);
    channel.on(name, hear);
  };
  const ended = new Promise((resolve) => {
    for (const name of bad) {
      if (!goOn) for (const argument of channel.last(name) ?? []) describe(name, argument);
      listen(name, (argument) => {
        describe(name, argument);
        if (name !== 'unhandledErrorsWhilePlaying') resolve(undefined);
      });
    }
    const past = goOn ? undefined : channel.last('storyFinished')?.[0];
    if (past?.storyId === id) resolve(past);
    listen('storyFinished', (finished) => {
      if (finished.storyId === id) resolve(finished);
    });
    setTimeout(() => resolve('late'), limit);
  });
  if (goOn) channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  const report = await (reasons.size > 0 ? undefined : ended);
  for (const [name, hear] of listeners) channel.off(name, hear);
  if (report === 'late') reasons.add(`the story did not finish within ${limit / 1000} s`);
  else if (report !== undefined) readReporters(report);
  return [...reasons];

  function readReporters(finished) {
    const a11y = finished.reporters?.find(({ type }) => type === 'a11y');
    if (a11y === undefined) reasons.add('axe did not run');
    else if (a11y.status !== 'passed') {
      for (const { id: rule, help, nodes } of a11y.result?.violations ?? []) {
        reasons.add(`axe ${rule}: ${help} (${nodes.map(({ target }) => target.flat().join(' ')).join(', ')})`);
      }
      if ((a11y.result?.violations ?? []).length === 0)
        reasons.add(`axe: ${a11y.status} ${JSON.stringify(a11y.result?.error?.message ?? '')}`);
    }
  }
}

/** A story whose element is not registered is empty and would pass. */
function findUndefined(page) {
  return page.evaluate(() => {
    const root = document.querySelector('#storybook-root');
    const all = [];
    const walk = (node) => {
      for (const element of node.querySelectorAll('*')) {
        if (element.matches(':not(:defined)')) all.push(`<${element.localName}> is not defined`);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    if (root === null || root.childElementCount === 0) return ['the story is empty'];
    walk(root);
    return [...new Set(all)];
  });
}
