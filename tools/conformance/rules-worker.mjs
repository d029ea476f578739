/** Runs in the worker. */
import { judgeRulesHere } from './rules-here.mjs';

globalThis.postMessage(await judgeRulesHere());
