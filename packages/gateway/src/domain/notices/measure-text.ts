/**
 * How long a text is, and how many short messages it takes (3GPP TS 23.038): 160 symbols alone or 153 each in a row without Vietnamese marks, 70
 * or 67 with them.
 */
export interface TextLength {
  characters: number;
  /** Sent as it stands. */
  shortMessages: number;
  /** Sent without marks. */
  shortMessagesPlain: number;
}

const PLAIN = /^[\n\r !-Z_a-z]*$/;

export function measureText(text: string): TextLength {
  return {
    characters: text.length,
    shortMessages: PLAIN.test(text) ? divide(text.length, 160, 153) : divide(text.length, 70, 67),
    shortMessagesPlain: divide(removeMarks(text).length, 160, 153),
  };
}

/** As many senders do, for telephones and tariffs without Unicode. */
export function removeMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

function divide(length: number, alone: number, each: number): number {
  return length <= alone ? 1 : Math.ceil(length / each);
}
