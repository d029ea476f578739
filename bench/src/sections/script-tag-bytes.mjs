/** The bytes of the files for a script tag. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const FOLDER = 'packages/widgets/embed';

export function measureScriptTagBytes({ budgets, gates }) {
  console.log('\nBytes of the files for a script tag');
  const names = readdirSync(FOLDER, { recursive: true }).filter((name) => name.endsWith('.js'));
  return names.sort().map((name) => {
    const bytes = readFileSync(join(FOLDER, name));
    const gzip = gzipSync(bytes, { level: 9 }).length;
    const brotli = brotliCompressSync(bytes).length;
    console.log(`  ${name.padEnd(40)} ${column(bytes.length)} raw ${column(gzip)} gzip ${column(brotli)} brotli`);
    for (const [pattern, budget] of Object.entries(budgets.gzipBytes))
      if (new RegExp(pattern).test(name)) gates.hold(`${name}, gzip`, gzip, budget, 'bytes');
    return { name, raw: bytes.length, gzip, brotli };
  });
}

function column(bytes) {
  return String(bytes).padStart(8);
}
