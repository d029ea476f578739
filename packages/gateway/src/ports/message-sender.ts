/**
 * What carries messages to citizens: an SMS gateway, a mail server, the national portal.
 */
export interface MessageAddress {
  phone?: string;
  email?: string;
}

export interface Message {
  /**
   * A UUID, the same at each attempt. Delivery is at least once: a receiver that has seen the id drops the repeat.
   */
  id: string;
  /** At least one of the two. */
  to: MessageAddress;
  /** Names what happened, for senders that bring texts of their own; see NOTICE_TEMPLATES. */
  template: string;
  locale: 'vi' | 'en';
  /** What stands in the text. Never an answer, a secret or a person's name. */
  facts: Readonly<Record<string, string>>;
  /** One line. */
  subject: string;
  /** With full diacritics; without them at most two short messages of 153 symbols. */
  text: string;
}

export interface MessageSender {
  /**
   * Carries one message; comes back once somebody else answers for it.
   * @param signal ends the attempt: it took too long
   * @throws MessageFailedError; any other error counts as temporary
   */
  send(message: Message, signal: AbortSignal): Promise<void>;
}

/** The message did not leave. */
export class MessageFailedError extends Error {
  override readonly name = 'MessageFailedError';

  /**
   * @param kind `temporary`: try again. `permanent`: nobody will ever take it, as a number that there is not.
   * @param code as `sender.refused`; kept and shown, so it holds no data
   */
  constructor(
    readonly kind: 'temporary' | 'permanent',
    readonly code: string,
  ) {
    super(code);
  }
}
