/** What the stories of `<motcua-submission>` share: how it is drawn, and what each begins with. */
import '@motcua/widgets/define/submission';
import type { ClientOptions, Client } from '@motcua/client';
import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../story-width.js';
import { slug } from './answers.js';
import { prepare, prepareDraft, prepareSent, type DraftOptions, type Prepared } from './prepared-draft.js';

export interface SubmissionArgs {
  framed: boolean;
  /** Pixels; 0 for the width of the window. */
  width: number;
}

export type SubmissionStory = StoryObj<SubmissionArgs>;

interface Loaded {
  readonly prepared: Prepared;
  /** Takes the place of the gateway's own client, to break a line or a storage. */
  readonly client?: Client;
}

export const render: NonNullable<SubmissionStory['render']> = ({ framed, width }, { loaded, globals }) => {
  const { prepared, client } = loaded as Loaded;
  const submission = html`<motcua-submission
    .gateway=${prepared.gateway}
    .client=${client}
    procedure=${slug}
    locale=${globals['locale'] as string}
    theme=${globals['theme'] as string}
    density=${globals['density'] as string}
    status-page="https://motcua.example/tra-cuu.html"
    ?framed=${framed}
  ></motcua-submission>`;
  return width === 0 ? submission : html`<story-width .width=${width}>${submission}</story-width>`;
};

type Loaders = Pick<SubmissionStory, 'loaders'>;

/** A device without drafts. */
export function onCleanDevice(): Loaders {
  return { loaders: [async (): Promise<Loaded> => ({ prepared: await prepare() })] };
}

/** A draft, open unless said otherwise. Its answers may depend on the gateway's today. */
export function onDraft(describe: (today: string) => DraftOptions): Loaders {
  return {
    loaders: [
      async (): Promise<Loaded> => {
        const prepared = await prepare();
        await prepareDraft(prepared, describe(prepared.published.today));
        return { prepared };
      },
    ],
  };
}

/** A draft over a client of the host's own. */
export function onDraftOver(
  options: Omit<ClientOptions, 'gateway'>,
  describe: (today: string) => DraftOptions,
  change: (client: Client) => Client = (client) => client,
): Loaders {
  return {
    loaders: [
      async (): Promise<Loaded> => {
        const whole = await prepare();
        await prepareDraft(whole, describe(whole.published.today));
        return { prepared: whole, client: change(whole.connect(options)) };
      },
    ],
  };
}

/** A dossier that was sent; its confirmation is open unless said otherwise. */
export function onSentDossier(options?: { open: boolean }): Loaders {
  return {
    loaders: [
      async (): Promise<Loaded> => {
        const prepared = await prepare();
        await prepareSent(prepared, options);
        return { prepared };
      },
    ],
  };
}

/** What the story prepared. */
export function preparedOf(loaded: unknown): Prepared {
  return (loaded as Loaded).prepared;
}
