/**
 * Metric families and their OpenMetrics 1.0 text. Labels come from short fixed lists: never a code, an address or anything of a person.
 */

/** Values by label name. */
export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  labels?: Labels;
  value: number;
}

export interface FamilyFacts {
  /** As `motcua_requests`; a unit is its last word. */
  name: string;
  help: string;
  unit?: 'seconds' | 'bytes';
}

export interface Family {
  readonly facts: FamilyFacts;
  /** Lines without the header. */
  write(): Promise<string[]>;
  readonly type: 'counter' | 'gauge' | 'histogram';
}

/** Only ever grows while the process lives. */
export class Counter implements Family {
  readonly type = 'counter';
  readonly #values = new Map<string, number>();

  constructor(readonly facts: FamilyFacts) {}

  add(labels: Labels = {}, amount = 1): void {
    const key = writeLabels(labels);
    this.#values.set(key, (this.#values.get(key) ?? 0) + amount);
  }

  write(): Promise<string[]> {
    return Promise.resolve([...this.#values].map(([labels, value]) => `${this.facts.name}_total${labels} ${value}`));
  }
}

/** Asked for when it is written. */
export class Gauge implements Family {
  constructor(
    readonly facts: FamilyFacts,
    readonly collect: () => Promise<readonly Sample[]> | readonly Sample[],
    /** A count that another part keeps is a counter all the same. */
    readonly type: 'gauge' | 'counter' = 'gauge',
  ) {}

  async write(): Promise<string[]> {
    const suffix = this.type === 'counter' ? '_total' : '';
    const samples = await this.collect();
    return samples.map(({ labels = {}, value }) => `${this.facts.name}${suffix}${writeLabels(labels)} ${value}`);
  }
}

interface Buckets {
  counts: number[];
  sum: number;
  count: number;
}

export class Histogram implements Family {
  readonly type = 'histogram';
  readonly #series = new Map<string, { labels: Labels; buckets: Buckets }>();

  /** @param bounds upper bounds, growing; infinity is added */
  constructor(
    readonly facts: FamilyFacts,
    readonly bounds: readonly number[],
  ) {}

  observe(labels: Labels, value: number): void {
    const key = writeLabels(labels);
    const series = this.#series.get(key) ?? { labels, buckets: { counts: this.bounds.map(() => 0), sum: 0, count: 0 } };
    this.#series.set(key, series);
    const place = this.bounds.findIndex((bound) => value <= bound);
    if (place >= 0) series.buckets.counts[place] = (series.buckets.counts[place] ?? 0) + 1;
    series.buckets.sum += value;
    series.buckets.count += 1;
  }

  write(): Promise<string[]> {
    const { name } = this.facts;
    return Promise.resolve(
      [...this.#series.values()].flatMap(({ labels, buckets }) => {
        let below = 0;
        const lines = this.bounds.map((bound, index) => {
          below += buckets.counts[index] ?? 0;
          return `${name}_bucket${writeLabels({ ...labels, le: writeBound(bound) })} ${below}`;
        });
        return [
          ...lines,
          `${name}_bucket${writeLabels({ ...labels, le: '+Inf' })} ${buckets.count}`,
          `${name}_sum${writeLabels(labels)} ${buckets.sum}`,
          `${name}_count${writeLabels(labels)} ${buckets.count}`,
        ];
      }),
    );
  }
}

/** OpenMetrics writes whole bounds with a point. */
function writeBound(bound: number): string {
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escape(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

/** A family that cannot be read now is left out, and counted; the others are written all the same. */
export async function writeFamilies(families: readonly Family[], onFailure: (error: unknown) => void): Promise<string> {
  const parts: string[] = [];
  for (const family of families) {
    try {
      parts.push([...describeFamily(family), ...(await family.write())].join('\n'));
    } catch (error) {
      onFailure(error);
    }
  }
  return `${[...parts, '# EOF'].join('\n')}\n`;
}

function describeFamily({ facts: { name, help, unit }, type }: Family): string[] {
  return [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escape(help)}`,
  ];
}
