/** Starts the verify page: elements, keys that came with it, a paper from the address, the device's own copy. */
import '@motcua/widgets/define/band';
import '@motcua/widgets/define/button';
import '@motcua/widgets/define/facts';
import '@motcua/widgets/define/header';
import '@motcua/widgets/define/notice';
import '@motcua/widgets/define/page';
import '@motcua/widgets/define/textarea-field';
import { keepOffline } from './keep-offline.js';
import { readPageFacts } from './page-facts.js';
import { takeFragment } from './take-fragment.js';
import { MotcuaVerify } from './verify-element.js';

customElements.define('motcua-verify', MotcuaVerify);

const page = document.querySelector<MotcuaVerify>('motcua-verify');
if (page) start(page);

function start(page: MotcuaVerify): void {
  page.facts = readPageFacts(document.getElementById('verify-facts')?.textContent ?? '');
  const checkFragment = (): void => {
    const paper = takeFragment();
    if (paper !== '') void page.check(paper);
  };
  checkFragment();
  addEventListener('hashchange', checkFragment);
  void keepOffline().then((offline) => (page.offline = offline));
}
