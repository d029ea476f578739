import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Dossier, Problem } from '@motcua/schemas';
import { openDeskClient, type DeskClient } from '../testing/desk-client.js';
import { uploadPaper } from '../testing/sample-dossier.js';
import { sendSample, type SentDossier } from '../testing/sent-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const reason = 'Trang này mờ.';
let gateway: TestGateway;
let desk: DeskClient;
before(async () => {
  gateway = await openTestGateway();
  gateway.clock.set('2026-11-20T09:00:00+07:00');
  desk = await openDeskClient(gateway);
});
after(() => gateway.close());

/** Answers with these files as the certificate. */
function withFiles({ submission }: SentDossier, files: readonly unknown[]): object {
  const papers = { ...(submission.data['papers'] as object), birthCertificate: files };
  return { planHash: submission.procedure.planHash, data: { ...submission.data, papers }, declaration: true };
}

const paperOf = (sent: SentDossier): unknown =>
  (sent.submission.data as { papers: { birthCertificate: unknown[] } }).papers.birthCertificate[0];

test('one file of a paper is asked for by its place: it may be replaced, and none may be added beside it', async () => {
  const sent = await sendSample(gateway, 'valid-mother-on-time.json');
  const pointer = '/papers/birthCertificate/0';
  const asked = await desk.move(sent.code, { move: 'requestSupplement', items: [{ pointer, reason }] });
  assert.equal(asked.status, 200, await asked.clone().text());
  const clearer = await uploadPaper(gateway.fetch, sent.uploadKey, undefined, 'rõ hơn.pdf');
  const more = await sent.ask('/supplement', withFiles(sent, [paperOf(sent), clearer]));
  assert.equal(more.status, 422);
  assert.deepEqual(
    ((await more.json()) as Problem).issues?.map((issue) => issue.pointer),
    ['/papers/birthCertificate'],
  );
  const replaced = await sent.ask('/supplement', withFiles(sent, [clearer]));
  assert.equal(replaced.status, 200, await replaced.clone().text());
  const { data } = (await replaced.json()) as Dossier;
  assert.deepEqual((data as { papers: { birthCertificate: unknown[] } }).papers.birthCertificate, [clearer]);
});

test('an item that was not filed cannot be asked for', async () => {
  const sent = await sendSample(gateway, 'valid-mother-on-time.json');
  for (const pointer of ['/papers/birthCertificate/1', '/child/birthPlace/commune']) {
    const answer = await desk.move(sent.code, { move: 'requestSupplement', items: [{ pointer, reason }] });
    assert.equal(((await answer.json()) as Problem).code, 'supplement.unknown-item');
  }
});
