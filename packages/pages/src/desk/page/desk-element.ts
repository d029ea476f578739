import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { createClient, type Client } from '@motcua/client';
import type { DeskSession } from '@motcua/schemas';
import {
  buttonStyles,
  doorMarkStyles,
  provideTexts,
  resetStyles,
  ThemeController,
  themeStyles,
  type LocaleCode,
} from '@motcua/widgets/page-kit';
import { deskStyles } from '../look/desk.styles.js';
import { DecisionDrafts } from '../state/decision-drafts.js';
import type { Desk } from '../state/desk.js';
import { QueueMemory } from '../state/queue-memory.js';
import { readRoute, writeRoute, type Route } from '../state/route.js';
import { ShortcutController } from '../state/shortcuts.js';
import { describeProblem } from '../text/describe-problem.js';
import { loadDeskTexts, vietnameseTexts, type DeskTexts } from '../text/desk-texts.js';
import { createDeskApi, type DeskApi } from '../wire/desk-api.js';
import { DeskProblem } from '../wire/desk-problem.js';
import type { MotcuaDeskKeys } from './keys-dialog.js';
import type { MotcuaDeskRenewal } from './renewal-dialog.js';
import { renderHeader, renderNavigation } from './render-frame.js';
import type { MotcuaDeskSignIn, SignedInEvent } from './sign-in-view.js';
import { shellStyles } from './shell.styles.js';

/** Milliseconds without a key before a search is asked. */
const SEARCH_AFTER = 250;

/**
 * The officer's desk: who is signed in, which view the address names, and the frame around it.
 *
 * @summary The desk.
 * @tag motcua-desk
 */
export class MotcuaDesk extends LitElement {
  static override styles: CSSResultGroup = [
    resetStyles,
    themeStyles,
    buttonStyles,
    doorMarkStyles,
    deskStyles,
    shellStyles,
  ];

  @property() locale: LocaleCode = 'vi';
  @property({ reflect: true }) density = 'compact';

  @state() private words: DeskTexts = vietnameseTexts;
  @state() private session: DeskSession | undefined;
  /** Nobody knows yet whether somebody is signed in. */
  @state() private isOpening = true;
  @state() private problem: unknown;
  @state() private route: Route = readRoute(location.hash);
  @state() private search = '';
  @state() private isMenuOpen = false;
  @state() private desk: Desk | undefined;

  @query('motcua-desk-renewal') private renewal!: MotcuaDeskRenewal | null;
  @query('motcua-desk-keys') private keys!: MotcuaDeskKeys | null;
  @query('motcua-desk-sign-in') private signIn!: MotcuaDeskSignIn | null;
  @query('motcua-live-region') private live!: (HTMLElement & { announce(message: string): void }) | null;

  readonly #provideTexts = provideTexts(this);
  readonly #api: DeskApi = createDeskApi({
    base: new URL('../v1/desk/', document.baseURI),
    fetch: (input, init) => fetch(input, init),
    renew: () => this.#renew(),
  });
  readonly #client: Client = createClient({ gateway: new URL('../', document.baseURI), storage: 'memory' });
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new ThemeController(this);
    new ShortcutController(this, () => ({
      '/': () => this.renderRoot.querySelector<HTMLElement>('#search')?.focus(),
      '?': () => this.keys?.open(),
    }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onRoute);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onRoute);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale')) void this.#changeLocale(this.locale);
    this.setAttribute('lang', this.words.locale);
  }

  protected override render(): TemplateResult {
    const { words, desk } = this;
    if (this.isOpening)
      return html`<div class="opening"><motcua-spinner .label=${words.t('desk.opening')}></motcua-spinner></div>`;
    if (!desk)
      return html`<main class="outside">
        ${this.problem === undefined ? nothing : html`<motcua-notice tone="danger">${describeProblem(this.problem, words)}</motcua-notice>`}
        <motcua-desk-sign-in
          .api=${this.#api}
          .words=${words}
          @desk-signed-in=${this.#onSignedIn}
        ></motcua-desk-sign-in>
      </main>`;
    return html`${renderHeader({
        desk,
        skip: () => this.renderRoot.querySelector<HTMLElement>('#main')?.focus(),
        search: this.search,
        isMenuOpen: this.isMenuOpen,
        type: (text) => this.#onSearch(text),
        toggleMenu: () => (this.isMenuOpen = !this.isMenuOpen),
        showKeys: () => this.keys?.open(),
        changeLanguage: () => (this.locale = words.locale === 'vi' ? 'en' : 'vi'),
        signOut: () => void this.#signOut(),
      })}
      <div class="frame">
        ${renderNavigation(desk, this.route, this.isMenuOpen)}
        <main id="main" tabindex="-1">${this.#renderView(desk)}</main>
      </div>
      <motcua-desk-keys .words=${words}></motcua-desk-keys>
      <motcua-desk-renewal .api=${this.#api} .words=${words} .login=${desk.session.login}></motcua-desk-renewal>
      <motcua-live-region></motcua-live-region>`;
  }

  #renderView(desk: Desk): TemplateResult {
    const { route } = this;
    if (route.view === 'dossier')
      return html`<motcua-desk-dossier .desk=${desk} .code=${route.code}></motcua-desk-dossier>`;
    if (route.view === 'alarms') return html`<motcua-desk-alarms .desk=${desk}></motcua-desk-alarms>`;
    if (route.view === 'register') return html`<motcua-desk-register .desk=${desk}></motcua-desk-register>`;
    if (route.view === 'audit')
      return html`<motcua-desk-audit .desk=${desk} .code=${route.code ?? ''}></motcua-desk-audit>`;
    return html`<motcua-desk-queue .desk=${desk} .group=${route.group} .search=${this.search}></motcua-desk-queue>`;
  }

  async #open(): Promise<void> {
    try {
      this.#enter(await this.#api.readSession());
    } catch (problem) {
      if (!(problem instanceof DeskProblem && problem.status === 401)) this.problem = problem;
    }
    this.isOpening = false;
    await this.updateComplete;
    void this.signIn?.focus();
  }

  #enter(session: DeskSession): void {
    const { words } = this;
    this.session = session;
    this.problem = undefined;
    this.desk = {
      api: this.#api,
      client: this.#client,
      words,
      session,
      queue: new QueueMemory(this.#api),
      drafts: new DecisionDrafts(),
      say: (message) => this.live?.announce(message),
      go: (route) => (location.hash = writeRoute(route)),
    };
    // Whoever looks after accounts has no dossiers.
    if (!session.operations.includes('queue.read') && this.route.view === 'queue')
      location.hash = writeRoute({ view: 'audit' });
  }

  readonly #onSignedIn = async (event: SignedInEvent): Promise<void> => {
    this.#enter(event.session);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  /** The same officer goes on with everything as it was; another begins anew. */
  async #renew(): Promise<boolean> {
    const before = this.session;
    if (!before || !this.renewal) return false;
    const session = await this.renewal.ask();
    if (session?.login === before.login) return true;
    this.#leave();
    if (session) this.#enter(session);
    return false;
  }

  async #signOut(): Promise<void> {
    await this.#api.signOut().catch((problem: unknown) => (this.problem = problem));
    this.#leave();
    await this.updateComplete;
    void this.signIn?.focus();
  }

  #leave(): void {
    this.desk?.drafts.clear();
    this.desk = undefined;
    this.session = undefined;
    this.search = '';
    history.replaceState(null, '', writeRoute({ view: 'queue', group: 'todo' }));
    this.route = readRoute(location.hash);
  }

  #onSearch(text: string): void {
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.search = text;
      if (this.route.view !== 'queue') this.desk?.go({ view: 'queue', group: this.desk.queue.group });
    }, SEARCH_AFTER);
  }

  async #changeLocale(locale: LocaleCode): Promise<void> {
    this.words = await loadDeskTexts(locale);
    this.#provideTexts(this.words);
    if (this.desk) this.desk = { ...this.desk, words: this.words };
    document.documentElement.lang = this.words.locale;
    document.title = this.words.t('desk.title');
  }

  readonly #onRoute = (): void => {
    this.route = readRoute(location.hash);
    this.isMenuOpen = false;
    if (this.route.view === 'queue' && this.desk?.queue.group !== this.route.group) this.search = '';
  };
}
