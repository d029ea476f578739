/**
 * The way from the version of a draft to the version of the plan, over the migrations that were declared.
 */
import type { Migration, MigrationDocument, MigrationStep } from './migration.js';

/** The steps of the shortest way, in order; none when no way leads there. */
export function chooseSteps({ migrations }: MigrationDocument, from: string, to: string): readonly MigrationStep[] {
  const ways = new Map<string, readonly Migration[]>([[from, []]]);
  for (const [version, way] of ways) {
    if (version === to) return way.flatMap(({ steps }) => steps);
    for (const migration of migrations)
      if (leadsFrom(migration, version) && !ways.has(migration.to)) ways.set(migration.to, [...way, migration]);
  }
  return [];
}

function leadsFrom({ from }: Migration, version: string): boolean {
  return typeof from === 'string' ? from === version : from.includes(version);
}
