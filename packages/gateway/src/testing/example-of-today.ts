/**
 * The sample dossier for a program that has the real clock: the child was born as many days before today as in the example.
 */
import { listExamples, prepareSubmission, type PreparedSubmission } from './sample-dossier.js';
import { SAMPLE_SLUG } from './sent-dossier.js';

const FILE = 'valid-mother-on-time.json';
const DAY = 86_400_000;

/** The answers of the example, moved to today in Asia/Ho_Chi_Minh. */
export async function readExampleOfToday(now = new Date()): Promise<Record<string, unknown>> {
  const example = (await listExamples(SAMPLE_SLUG, 'valid')).find(({ file }) => file === FILE);
  if (!example) throw new Error(`there is no example ${FILE}`);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
  const shift = Date.parse(today) - Date.parse(example.today);
  const child = example.data['child'] as Record<string, string>;
  const birthDate = new Date(Math.round((Date.parse(child['birthDate'] ?? '') + shift) / DAY) * DAY);
  return { ...example.data, child: { ...child, birthDate: birthDate.toISOString().slice(0, 10) } };
}

/** Uploads its papers and builds the submission. */
export async function prepareDossierOfToday(
  send: (request: Request) => Promise<Response>,
): Promise<PreparedSubmission> {
  return prepareSubmission(send, SAMPLE_SLUG, await readExampleOfToday());
}
