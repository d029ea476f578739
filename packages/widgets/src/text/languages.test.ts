import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { elementsVi } from './elements.vi.js';
import { createTexts } from './texts.js';

/** Every module that a module loads at once, lazy imports aside; modules of the workspace are followed, others only named. */
function followImports(entry: URL): ReadonlySet<string> {
  const seen = new Set<string>();
  const follow = (file: URL): void => {
    if (seen.has(file.href) || !existsSync(fileURLToPath(file))) return;
    seen.add(file.href);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:^|\n)(?:import|export)\b[^;]*?from '([^']+)'/gu,
    )) {
      if (path.startsWith('.')) follow(new URL(path, file));
      else if (path.startsWith('@motcua/')) follow(new URL(import.meta.resolve(path)));
    }
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:^|\n)import '(\.[^']+)'/gu))
      follow(new URL(path, file));
  };
  follow(entry);
  return seen;
}

test('a page in Vietnamese loads no English, neither the words of the pages nor those of the engine', () => {
  for (const entry of ['submission', 'status', 'supplement', 'my-dossiers', 'form-field']) {
    const loaded = [...followImports(new URL(`../define/${entry}.js`, import.meta.url))];
    assert.ok(loaded.length > 30, entry);
    assert.deepEqual(
      loaded.filter((file) => /(?:\.en|\/en|\/english|further-parts)\.js$/u.test(file)),
      [],
      entry,
    );
  }
});

test('the lazy modules of English and of the further kinds are what the pages import', () => {
  const english = [...followImports(new URL('./english.js', import.meta.url))];
  assert.ok(english.some((file) => file.endsWith('/messages/en.js')));
  const further = [...followImports(new URL('../form/further-parts.js', import.meta.url))];
  assert.deepEqual(
    further.filter((file) => file.endsWith('/en.js')),
    [],
  );
});

test('a language that is translated in part falls back text by text', () => {
  const partial = { 'flow.yes': 'A', 'spinner.loading': 'B' };
  const texts = createTexts('vi', elementsVi, partial);
  assert.deepEqual([texts.t('spinner.loading'), texts.t('header.help')], ['B', elementsVi['header.help']]);
});
