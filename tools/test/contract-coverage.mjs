/** Compares the answers that tests have seen with those that openapi.yaml names. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const CONTRACT = 'schemas/api/openapi.yaml';
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'];

/** `operationId status` of each answer that the contract names, `default` aside. */
export function listDeclared(document = parse(readFileSync(CONTRACT, 'utf8'))) {
  return Object.values(document.paths).flatMap((item) =>
    METHODS.filter((method) => method in item).flatMap((method) => {
      const { operationId, responses } = item[method];
      return Object.keys(responses)
        .filter((status) => status !== 'default')
        .map((status) => `${operationId} ${status}`);
    }),
  );
}

/** Declared answers that stand in no file of the folder. */
export function listUnseen(folder, declared = listDeclared()) {
  const seen = new Set(readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n')));
  return declared.filter((answer) => !seen.has(answer));
}

/** Runs tests and lists what the contract names and none of them saw; the outcome stays that of the tests. */
export async function reportCoverage(runTests) {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  try {
    const outcome = await runTests({ CONTRACT_SEEN: folder });
    const declared = listDeclared();
    const unseen = listUnseen(folder, declared);
    console.log(`Answers of the contract that a test saw: ${declared.length - unseen.length} of ${declared.length}.`);
    if (unseen.length > 0) console.log(`Never seen: ${unseen.join(', ')}.`);
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
