/**
 * A sender that keeps what it was given, and fails when it is told to.
 */
import type { Message, MessageSender } from '../ports/message-sender.js';

export interface RecordingSender extends MessageSender {
  /** Every attempt, in order. */
  readonly attempts: Message[];
  /** Called at each attempt; what it throws or never answers is how the attempt ends. */
  onSend: (message: Message) => Promise<void> | void;
}

export function createRecordingSender(): RecordingSender {
  const attempts: Message[] = [];
  return {
    attempts,
    onSend: () => undefined,
    async send(message) {
      attempts.push(message);
      await this.onSend(message);
    },
  };
}
