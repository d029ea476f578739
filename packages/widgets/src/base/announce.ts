/** Speaks through the nearest live region; an element that stands alone gets a region of its own. */
import { MotcuaAnnounceEvent } from './events.js';

const ownRegions = new WeakMap<HTMLElement, HTMLElement>();

/** Says `message` politely on behalf of `host`. */
export function announce(host: HTMLElement, message: string): void {
  const heard = !host.dispatchEvent(new MotcuaAnnounceEvent(message));
  if (!heard) speakAlone(host, message);
}

function speakAlone(host: HTMLElement, message: string): void {
  const root = host.shadowRoot;
  if (root === null) return;
  const region = ownRegions.get(host) ?? createRegion(root);
  ownRegions.set(host, region);
  region.textContent = message;
}

function createRegion(root: ShadowRoot): HTMLElement {
  const region = document.createElement('div');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  root.append(region);
  return region;
}
