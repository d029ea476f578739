/**
 * Messages that a trial gateway keeps in place of sending them.
 */
import type { Message } from './message-sender.js';

export interface KeptMessage {
  message: Message;
  firstAt: Date;
  /** How often it came, by its id. */
  deliveries: number;
}

export interface MailboxStore {
  keep(message: Message, at: Date): Promise<void>;
  /** The latest first. */
  list(limit: number): Promise<KeptMessage[]>;
}
