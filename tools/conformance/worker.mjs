/** Runs in the worker. */
import { judgeHere } from './judge-here.mjs';

globalThis.postMessage(await judgeHere());
