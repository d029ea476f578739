/** Opens the camera or the file dialog after the page had a moment to save its state. */
import { MotcuaBeforePickEvent } from '../../base/events.js';

/** Browsers let a page open the dialog only for some time after the press (Safari about 1 s, others 5 s). */
export const pickDelayLimit = 900;

/**
 * Fires `motcua-before-pick` on `host`, waits for what its listeners ask to wait for (at most `pickDelayLimit` ms) and clicks `input`.
 * A failed save does not keep the dialog closed: the listener knows of it already.
 */
export async function openPicker(
  host: HTMLElement,
  input: HTMLInputElement,
  source: 'camera' | 'picker',
): Promise<void> {
  const event = new MotcuaBeforePickEvent(source);
  if (!host.dispatchEvent(event)) return;
  if (event.waits.length > 0) await Promise.race([Promise.allSettled(event.waits), delay(pickDelayLimit)]);
  input.click();
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
