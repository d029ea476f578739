/** What the stories of a dossier on its way share: how it is drawn, what each begins with, how its holder opens it. */
import '@motcua/widgets/define/status';
import type { Client } from '@motcua/client';
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../story-width.js';
import { fieldAt, typeAt } from './acting-on-page.js';
import { type OfficerLine, openOfficerLine, type Steps } from './officer-steps.js';
import { prepare, prepareSent, type Prepared, type Sent } from './prepared-draft.js';
import { findAll, until } from './reading-page.js';

export interface StatusArgs {
  framed: boolean;
  /** Pixels; 0 for the width of the window. */
  width: number;
}

export type StatusStory = StoryObj<StatusArgs>;

export interface Way {
  readonly prepared: Prepared;
  readonly sent: Sent;
  readonly line: OfficerLine;
  readonly client: Client;
}

export const renderStatus: NonNullable<StatusStory['render']> = ({ framed, width }, { loaded, globals }) => {
  const { prepared, client, sent } = loaded as Way;
  const status = html`<motcua-status
    .gateway=${prepared.gateway}
    .client=${client}
    .code=${sent.confirmation.provisionalCode}
    locale=${globals['locale'] as string}
    theme=${globals['theme'] as string}
    density=${globals['density'] as string}
    ?framed=${framed}
  ></motcua-status>`;
  return width === 0 ? status : html`<story-width .width=${width}>${status}</story-width>`;
};

/** A dossier that was sent, as it stands after these steps. */
export function afterSteps(steps: Steps): Pick<StatusStory, 'loaders'> {
  return {
    loaders: [
      async (): Promise<Way> => {
        const prepared = await prepare();
        const sent = await prepareSent(prepared, { open: false });
        const line = openOfficerLine(steps);
        const client = prepared.connect({ fetch: line.fetch, retry: { attempts: 1 } });
        return { prepared, sent, line, client };
      },
    ],
  };
}

export function wayOf(loaded: unknown): Way {
  return loaded as Way;
}

/** Looks the dossier up as its holder. */
export async function openDossier({
  canvasElement,
  loaded,
}: {
  canvasElement: HTMLElement;
  loaded: unknown;
}): Promise<void> {
  await fieldAt(canvasElement, '#code');
  await typeAt(canvasElement, '#secret', (loaded as Way).sent.secret);
  const search = await until('the button of the question', () => findAll(canvasElement, '.question motcua-button')[0]);
  search.shadowRoot?.querySelector('button')?.click();
  await until('the dossier', () => findAll(canvasElement, 'motcua-timeline')[0]);
}
