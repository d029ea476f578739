/** What stands around every view: agency, search, officer; and the way from view to view. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  clockIcon,
  copyIcon,
  documentIcon,
  flagIcon,
  handIcon,
  pauseIcon,
  printerIcon,
  renderDoorMark,
  renderIcon,
  searchIcon,
  trayIcon,
  warningIcon,
  type IconPath,
} from '@motcua/widgets/page-kit';
import type { Desk } from '../state/desk.js';
import { writeRoute, type Group, type Route } from '../state/route.js';
import { pickText, type DeskTextKey } from '../text/desk-texts.js';

export interface HeaderFacts {
  desk: Desk;
  search: string;
  isMenuOpen: boolean;
  /** To the view, past everything that stands before it. */
  skip(): void;
  type(text: string): void;
  toggleMenu(): void;
  showKeys(): void;
  changeLanguage(): void;
  signOut(): void;
}

export function renderHeader(facts: HeaderFacts): TemplateResult {
  const { desk, isMenuOpen } = facts;
  const { words, session } = desk;
  const agency = session.agency;
  return html`<header data-menu=${isMenuOpen}>
    <button type="button" class="skip button secondary" @click=${facts.skip}>${words.t('desk.skip')}</button>
    <div class="mark">${renderDoorMark()}</div>
    <div class="house">
      <p class="service">${words.t('desk.service')}</p>
      ${agency === undefined ? nothing : html`<p class="agency">${pickText(agency.name, words.locale)}</p>`}
    </div>
    <button
      type="button"
      class="button secondary small menu"
      aria-expanded=${isMenuOpen}
      aria-controls="nav"
      @click=${facts.toggleMenu}
    >
      ${words.t('desk.menu')}
    </button>
    ${session.operations.includes('queue.read') ? renderSearch(facts) : nothing}
    <div class="who">
      <span class="initials" aria-hidden="true">${initialsOf(session.name)}</span>
      <p>
        <strong>${session.name}</strong>
        <span class="muted">${session.roles.map((role) => words.t(`role.${role}`)).join(', ')}</span>
      </p>
    </div>
    <div class="row tools">
      <button type="button" class="button quiet small" @click=${facts.showKeys}>
        ${words.t('keys.open')} <kbd aria-hidden="true">?</kbd>
      </button>
      <button
        type="button"
        class="button quiet small"
        aria-label=${words.t('desk.languageName')}
        @click=${facts.changeLanguage}
      >
        ${words.t('desk.language')}
      </button>
      <button type="button" class="button quiet small" @click=${facts.signOut}>${words.t('desk.signOut')}</button>
    </div>
  </header>`;
}

function renderSearch({ desk: { words }, search, type }: HeaderFacts): TemplateResult {
  return html`<form role="search" class="search" @submit=${(event: Event) => event.preventDefault()}>
    ${renderIcon(searchIcon)}
    <input
      id="search"
      type="search"
      aria-label=${words.t('search.name')}
      placeholder=${words.t('search.hint')}
      autocomplete="off"
      spellcheck="false"
      .value=${search}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
      @keydown=${onSearchKey}
    />
    <kbd aria-hidden="true">/</kbd>
  </form>`;
}

/** Enter leaves the box, so that the keys of the list work; the list is searched while typing. */
function onSearchKey(event: KeyboardEvent): void {
  if (event.key === 'Enter' || (event.key === 'Escape' && (event.target as HTMLInputElement).value === ''))
    (event.target as HTMLElement).blur();
}

const GROUP_ICONS: readonly (readonly [Group, IconPath])[] = [
  ['todo', flagIcon],
  ['waiting', trayIcon],
  ['working', clockIcon],
  ['paused', pauseIcon],
  ['finished', handIcon],
  ['all', copyIcon],
];

export function renderNavigation(desk: Desk, route: Route, isOpen: boolean): TemplateResult {
  const { words, session } = desk;
  const may = (operation: string): boolean => session.operations.includes(operation);
  const link = (to: Route, icon: IconPath, key: DeskTextKey, isHere: boolean): TemplateResult =>
    html`<li>
      <a href=${writeRoute(to)} aria-current=${isHere ? 'page' : nothing}>${renderIcon(icon)}${words.t(key)}</a>
    </li>`;
  const group = route.view === 'queue' ? route.group : route.view === 'dossier' ? desk.queue.group : undefined;
  return html`<nav id="nav" aria-label=${words.t('nav.name')} data-open=${isOpen}>
    ${
      may('queue.read')
        ? html`<ul>
            ${GROUP_ICONS.map(([name, icon]) => link({ view: 'queue', group: name }, icon, `group.${name}`, name === group))}
          </ul>`
        : nothing
    }
    <ul>
      ${may('alarms.read') ? link({ view: 'alarms' }, warningIcon, 'nav.alarms', route.view === 'alarms') : nothing}
      ${may('register.read') ? link({ view: 'register' }, printerIcon, 'nav.register', route.view === 'register') : nothing}
      ${may('audit.read') ? link({ view: 'audit' }, documentIcon, 'nav.audit', route.view === 'audit') : nothing}
    </ul>
  </nav>`;
}

/** First letters of the first and the last part of a name. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => part?.[0]?.toLocaleUpperCase('vi') ?? '')
    .join('');
}
