/** A realm of its own in Node: a fresh process that loads one engine, does one task and ends. */
import { runTask } from './tasks.mjs';

process.once('message', async (asked) => {
  const tell = (part) => new Promise((resolve) => process.send(part, () => resolve()));
  try {
    const { default: engine } = await import(`../engines/${asked.engine}.mjs`);
    await runTask(asked, engine, tell);
  } catch (error) {
    await tell({ fault: `not loaded: ${error.message.split('\n')[0]}` });
  }
  process.disconnect();
});
