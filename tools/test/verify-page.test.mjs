/** What the verify page as one file promises: nothing from elsewhere, and a policy that lets run exactly what stands in it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const page = readFileSync('packages/pages/dist/site/verify/verify.html', 'utf8');
const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(page) ?? [];
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('its policy allows its own script and style by hash, and nothing else', () => {
  assert.deepEqual(policy.split('; '), [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('the policy stands before anything that it rules', () => {
  assert.ok(page.indexOf('Content-Security-Policy') < page.search(/<(style|script|link)\b/));
});

test('it loads nothing and asks nobody', () => {
  const markup = page.replace(script, '');
  assert.doesNotMatch(markup, /\b(src|href)=/);
  assert.doesNotMatch(
    script,
    /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bimport\(|\beval\(|\bFunction\(/,
  );
});
