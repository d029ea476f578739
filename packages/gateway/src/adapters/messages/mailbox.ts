/**
 * A sender for tests and trials: keeps every message in the database, to be read on a page. A repeat by id is counted, not kept twice.
 */
import type { Message, MessageSender } from '../../ports/message-sender.js';
import type { MailboxStore } from '../../ports/mailbox-store.js';
import type { Clock } from '../../ports/clock.js';

export function createMailboxSender(mailbox: MailboxStore, clock: Clock): MessageSender {
  return { send: (message: Message) => mailbox.keep(message, clock.now()) };
}
