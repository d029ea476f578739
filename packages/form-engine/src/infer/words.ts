/** What a form made from a schema alone says of its own. */
export interface InferenceWords {
  /** The step of fields that stand in no group, and the title of a schema without one. */
  general: string;
  example(values: string): string;
  declaration: string;
  submitAction: string;
  sentTitle: string;
}

const WORDS: Readonly<Record<'vi' | 'en', InferenceWords>> = {
  vi: {
    general: 'Thông tin chung',
    example: (values) => `Ví dụ: ${values}.`,
    declaration: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật.',
    submitAction: 'Gửi',
    sentTitle: 'Đã gửi',
  },
  en: {
    general: 'General',
    example: (values) => `For example: ${values}.`,
    declaration: 'I declare that what I have stated above is true.',
    submitAction: 'Send',
    sentTitle: 'Sent',
  },
};

/** The words of a language. */
export function wordsOf(locale: 'vi' | 'en'): InferenceWords {
  return WORDS[locale];
}
