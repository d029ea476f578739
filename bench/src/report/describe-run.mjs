/** Where and how a run was made. */
import { cpus, loadavg, totalmem } from 'node:os';

export function describeRun({ chromium, rounds }, ms) {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    seconds: Math.round(ms / 1000),
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0].toFixed(2),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    chromium,
    rounds,
  };
}
