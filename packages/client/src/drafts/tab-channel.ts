/** Word from tab to tab of one site. Without BroadcastChannel a tab hears only itself. */
import type { Unsubscribe } from '../readable.js';

export interface TabChannel<Message> {
  /** To the other tabs. */
  post(message: Message): void;
  /** From the other tabs. The channel is open only while somebody listens, so that it never keeps a page out of the back-forward cache. */
  listen(listener: (message: Message) => void): Unsubscribe;
}

/** @param recognize Other code on the same origin can post here too. */
export function createTabChannel<Message>(
  name: string,
  recognize: (data: unknown) => data is Message,
): TabChannel<Message> {
  const listeners = new Set<(message: Message) => void>();
  let channel: BroadcastChannel | undefined;

  function open(): BroadcastChannel | undefined {
    try {
      return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
    } catch {
      // Frames with an opaque origin have the class but may not use it.
      return undefined;
    }
  }

  return {
    post(message) {
      const sender = channel ?? open();
      sender?.postMessage(message);
      if (sender !== channel) sender?.close();
    },
    listen(listener) {
      listeners.add(listener);
      channel ??= open();
      if (channel) {
        channel.onmessage = ({ data }: MessageEvent<unknown>) => {
          if (recognize(data)) for (const each of [...listeners]) each(data);
        };
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        channel?.close();
        channel = undefined;
      };
    },
  };
}
