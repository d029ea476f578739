/** The part of the page about the evaluator: for each workload and place one table, ratios to ours first. */
import { ENGINE_NAMES, ENGINES } from '../engines/index.mjs';
import { formatRate, formatRatio, formatTime } from '../figures/format.mjs';
import { WORKLOADS } from '../workloads/index.mjs';

const PLACES = { node: 'Node', page: 'Chromium' };

export function writeEvaluatorTables(results) {
  return Object.entries(results).flatMap(([name, places]) => {
    const { title, about } = WORKLOADS[name]();
    const tables = Object.keys(PLACES).flatMap((place) => writeTable(place, places[place]));
    return [`### ${title}`, '', about, '', ...tables, ...writeSecondForm(places)];
  });
}

function writeTable(place, { verdicts, times }) {
  const { policy } = verdicts.ours;
  const head = `| ${PLACES[place]} | first use | again, warm | right value | wrong value, all errors | errors reported |`;
  const rows = ENGINE_NAMES.map((engine) => writeRow(engine, verdicts[engine], times, policy));
  return [head, '|---|--:|--:|--:|--:|--:|', ...rows, ''];
}

/** The first use where another form was there before; only where it was read. */
function writeSecondForm(places) {
  if (!places.node.times.ours?.second) return [];
  const cell = (place, engine) => {
    const { times, verdicts } = places[place];
    const own = times[engine]?.second;
    if (!own) return '–';
    const open = verdicts[engine].policy === 'open' ? ', open policy' : '';
    return `${formatRatio(own.median, times.ours.second.median)} (${formatTime(own.median)}${open})`;
  };
  return [
    'The first use of this form where another one, of three fields, was compiled and checked once before: the second form of a page, or of a gateway.',
    '',
    '| second form | Node | Chromium |',
    '|---|--:|--:|',
    ...ENGINE_NAMES.filter((engine) => places.node.times[engine]?.second).map(
      (engine) => `| ${ENGINES[engine].title} | ${cell('node', engine)} | ${cell('page', engine)} |`,
    ),
    '',
  ];
}

function writeRow(engine, verdict, times, policy) {
  const open = [policy, undefined].includes(verdict.policy) || verdict.fault ? '' : ' (open policy)';
  const title = `${ENGINES[engine].title}${open}`;
  const own = times[engine];
  if (!own) return `| ${title} | fails: ${verdict.fault} | | | | |`;
  const cell = (phase, format) => {
    if (!own[phase]) return '–';
    const value = own[phase].median;
    const ours = times.ours?.[phase]?.median;
    return ours === undefined ? format(value) : `${formatRatio(value, ours)} (${format(value)})`;
  };
  const wrong = verdict.takesValid && verdict.refusesInvalid ? '' : ', **wrong verdict**';
  const once = own.first.rounds === 1 && !own.ready ? ', read once' : '';
  return `| ${title} | ${cell('first', formatTime)}${once} | ${cell('ready', formatTime)} | ${cell('valid', formatRate)} | ${cell('invalid', formatRate)} | ${verdict.errors.toLocaleString('en')}${wrong} |`;
}

/** The middle of how far the slowest round lay above the fastest, over all engines and workloads of a place. */
export function spreadOf(results, place) {
  const spreads = Object.values(results)
    .flatMap((places) => Object.values(places[place].times))
    .filter(Boolean)
    .flatMap((phases) => Object.values(phases))
    .filter((phase) => phase?.rounds > 1)
    .map((phase) => phase.spread)
    .sort((a, b) => a - b);
  return spreads.length === 0 ? 'not known' : `${Math.round(spreads[Math.floor(spreads.length / 2)] * 100)} %`;
}
