/**
 * Finds the theme of a host element that names none: more contrast when the reader asks for it, dark when the page around it is dark.
 * The page's own `color-scheme` decides, since a light page may stand on a dark system.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const attribute = 'data-motcua-theme';

export class ThemeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #queries: MediaQueryList[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#queries = [matchMedia('(prefers-contrast: more)'), matchMedia('(prefers-color-scheme: dark)')];
    for (const query of this.#queries) query.addEventListener('change', this.#apply);
    this.#apply();
  }

  hostDisconnected(): void {
    for (const query of this.#queries) query.removeEventListener('change', this.#apply);
  }

  hostUpdate(): void {
    this.#apply();
  }

  readonly #apply = (): void => {
    const theme = this.#host.hasAttribute('theme') ? undefined : this.#surroundingTheme();
    if (theme === undefined) this.#host.removeAttribute(attribute);
    else if (this.#host.getAttribute(attribute) !== theme) this.#host.setAttribute(attribute, theme);
  };

  #surroundingTheme(): 'contrast' | 'dark' | undefined {
    const [contrast, dark] = this.#queries;
    if (contrast?.matches === true) return 'contrast';
    const parent = this.#host.parentElement ?? document.documentElement;
    const schemes = getComputedStyle(parent).colorScheme.split(/\s+/);
    if (!schemes.includes('dark')) return undefined;
    return !schemes.includes('light') || dark?.matches === true ? 'dark' : undefined;
  }
}
