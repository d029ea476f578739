/**
 * The mailbox of a trial gateway: every message that would have been sent, as a page and as JSON. Never in production.
 */
import { createHash } from 'node:crypto';
import { measureText } from '../domain/notices/measure-text.js';
import { NO_STORE, respondWithJson } from '../http/json-answer.js';
import type { Route } from '../http/route.js';
import type { KeptMessage, MailboxStore } from '../ports/mailbox-store.js';

const MAX_LISTED = 200;
const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
article{border-top:1px solid #767676;padding:1rem 0}h2{font-size:1.1rem;margin:0}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;color:#4a4a4a;font-size:.875rem}
dd{margin:0;overflow-wrap:anywhere}`;
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GET /mailbox/ (page) and /mailbox/messages (JSON). */
export function mailboxRoutes(mailbox: MailboxStore): Route[] {
  return [
    {
      path: '/mailbox',
      methods: { GET: () => new Response(null, { status: 308, headers: { Location: '/mailbox/' } }) },
    },
    {
      path: '/mailbox/',
      methods: {
        async GET() {
          return new Response(writePage(await mailbox.list(MAX_LISTED)), {
            headers: {
              'Content-Type': 'text/html; charset=utf-8',
              'Content-Security-Policy': PAGE_POLICY,
              'Cache-Control': NO_STORE,
            },
          });
        },
      },
    },
    {
      path: '/mailbox/messages',
      methods: {
        async GET() {
          const messages = (await mailbox.list(MAX_LISTED)).map(({ message, firstAt, deliveries }) => ({
            ...message,
            length: measureText(message.text),
            firstAt: firstAt.toISOString(),
            deliveries,
          }));
          return respondWithJson(JSON.stringify({ messages }), NO_STORE);
        },
      },
    },
  ];
}

function writePage(messages: readonly KeptMessage[]): string {
  const list = messages.length === 0 ? '<p>Chưa có tin nhắn nào.</p>' : messages.map(writeMessage).join('\n');
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Hộp tin thử nghiệm</title><style>${STYLE}</style></head>
<body><main>
<h1>Hộp tin thử nghiệm</h1>
<p>Các tin dưới đây được giữ lại ở máy này, không gửi đến ai. Tin mới nhất ở trên cùng.</p>
${list}
</main></body>
</html>
`;
}

const TIME = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function writeMessage({ message, firstAt, deliveries }: KeptMessage): string {
  const { characters, shortMessages } = measureText(message.text);
  const facts: [string, string][] = [
    ['Lúc', TIME.format(firstAt)],
    ['Đến', [message.to.phone, message.to.email].filter((place) => place !== undefined).join(', ')],
    ['Mẫu tin', message.template],
    ['Độ dài', `${characters} ký tự, ${shortMessages} tin nhắn SMS`],
    ['Số lần nhận', String(deliveries)],
    ['Mã tin', message.id],
  ];
  const rows = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('');
  return `<article lang="${message.locale}"><h2>${escape(message.subject)}</h2><p>${escape(message.text)}</p><dl lang="vi">${rows}</dl></article>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (symbol) => ENTITIES[symbol] ?? symbol);
}
