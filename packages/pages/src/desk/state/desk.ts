/** What every view of the desk is given. */
import type { Client } from '@motcua/client';
import type { DeskSession } from '@motcua/schemas';
import type { DeskTexts } from '../text/desk-texts.js';
import type { DeskApi } from '../wire/desk-api.js';
import type { DecisionDrafts } from './decision-drafts.js';
import type { QueueMemory } from './queue-memory.js';
import type { Route } from './route.js';

export interface Desk {
  api: DeskApi;
  /** Procedures, catalogues and uploads are everybody's, so they go through the citizens' client. */
  client: Client;
  words: DeskTexts;
  session: DeskSession;
  queue: QueueMemory;
  drafts: DecisionDrafts;
  /** Spoken to a screen reader. */
  say(message: string): void;
  go(route: Route): void;
}
