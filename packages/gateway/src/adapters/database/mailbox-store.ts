import { sql, type Kysely } from 'kysely';
import type { MailboxStore } from '../../ports/mailbox-store.js';
import type { Message } from '../../ports/message-sender.js';
import type { Tables } from './tables.js';

/** The mailbox in PostgreSQL. */
export function createMailboxStore(db: Kysely<Tables>): MailboxStore {
  return {
    async keep(message, at) {
      await db
        .insertInto('mailbox_message')
        .values({ id: message.id, first_at: at, message: JSON.stringify(message) })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ deliveries: sql`mailbox_message.deliveries + 1` }),
        )
        .execute();
    },
    async list(limit) {
      const rows = await db
        .selectFrom('mailbox_message')
        .selectAll()
        .orderBy('first_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ message, first_at: firstAt, deliveries }) => ({
        message: JSON.parse(message) as Message,
        firstAt,
        deliveries,
      }));
    },
  };
}
