/** A realm of its own in a browser: a fresh page that loads one engine, does one task and tells the server. */
import { violations } from './watch-violations.mjs';
import { runTask } from './tasks.mjs';

/** Reads the task from the server and answers to it; runs by itself, since what a debugger starts is not bound by the page's policy. */
export async function runInPage(engine) {
  const id = new URL(document.URL).searchParams.get('id');
  const asked = await (await fetch(`/tasks/${id}`)).json();
  await settle();
  await runTask(asked, engine, async (part) => {
    if (part.done || part.fault) await settle();
    const body = JSON.stringify({ ...part, violations });
    await fetch(`/told/${id}`, { method: 'POST', body });
  });
}

/** Lets the page come to rest: after its load, and until a breach of its policy has been announced. */
function settle() {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
