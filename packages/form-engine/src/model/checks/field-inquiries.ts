/**
 * What one field asks: its register check and its options, and what their answers do.
 */
import { canonicalJson } from '../../data/canonical-json.js';
import { isEqual } from '../../data/json.js';
import { bindTemplate } from '../../plan/bind-template.js';
import type { JsonValue, Pointer } from '../../plan/plan.js';
import type { Field, Form, Unsubscribe } from '../form.js';
import { Inquiry } from './inquiry.js';
import type { OutsideState, RegisterAnswer, RegisterFill, ResolvedOption, Resolvers } from './resolvers.js';

/** What the inquiries of all fields share. */
export interface InquiryDesk {
  readonly form: Form;
  readonly resolvers: Resolvers;
  readonly report: (pointer: Pointer, state: OutsideState) => void;
  /** Answers of one resolver, by what they rest on. */
  cacheOf<A>(name: string): Map<string, A>;
}

/** What one field asks. */
export class FieldInquiries {
  private readonly ends: Unsubscribe[] = [];
  private readonly check: Inquiry<RegisterAnswer> | undefined;
  private readonly options: Inquiry<readonly ResolvedOption[]> | undefined;
  private readonly inputs: { check: readonly Field[]; options: readonly Field[] };
  private state: OutsideState = { check: 'idle', options: undefined, issues: [] };
  private offered: readonly ResolvedOption[] = [];
  private said: OutsideState['issues'] = [];
  private filled: { field: Field; fill: RegisterFill }[] = [];

  constructor(
    private readonly field: Field,
    private readonly desk: InquiryDesk,
  ) {
    const { check, options } = field.node;
    this.inputs = { check: this.fieldsOf(check?.with), options: this.fieldsOf(options?.with) };
    if (check !== undefined) this.check = this.openCheck(check.register);
    if (options?.resolver !== undefined) this.options = this.openOptions(options.resolver);
    const watched = new Set([field, ...this.inputs.check, ...this.inputs.options]);
    for (const { state } of watched) this.ends.push(state.subscribe(() => this.update()));
    this.update();
  }

  isAt(pointer: Pointer): boolean {
    return this.field.pointer === pointer || this.field.pointer.startsWith(`${pointer}/`);
  }

  isBusy(): boolean {
    return [this.state.check, this.state.options?.status].some(
      (status) => status === 'waiting' || status === 'running',
    );
  }

  retry(): void {
    this.check?.retry();
    this.options?.retry();
  }

  async settle(): Promise<void> {
    await Promise.all([this.check?.settle(), this.options?.settle()]);
  }

  dispose(): void {
    for (const end of this.ends) end();
    this.check?.dispose();
    this.options?.dispose();
  }

  private update(): void {
    this.options?.update(this.keyOf(this.inputs.options, undefined));
    this.check?.update(this.askable() ? this.keyOf(this.inputs.check, this.field.state.get().value) : undefined);
    this.judgeOffer();
  }

  /** Nobody is asked about what is hidden, empty, wrong by itself, or out of a register already. */
  private askable(): boolean {
    const { visible, value, issues, provenance } = this.field.state.get();
    const isWrong = issues.some(({ severity, source }) => severity === 'error' && source !== 'server');
    return visible && value !== undefined && !isWrong && (provenance === undefined || provenance.contested === true);
  }

  private keyOf(inputs: readonly Field[], value: JsonValue | undefined): string | undefined {
    const values = inputs.map((input) => input.state.get()).map((state) => (state.visible ? state.value : undefined));
    if (!this.field.state.get().visible || values.includes(undefined)) return undefined;
    return canonicalJson([value ?? null, ...(values as JsonValue[])]);
  }

  private openCheck(name: string): Inquiry<RegisterAnswer> {
    return new Inquiry<RegisterAnswer>({
      ...this.times(),
      cache: this.desk.cacheOf(`check ${name}`),
      ask: (signal) =>
        this.request(this.desk.resolvers.checks, name, this.inputs.check, this.field.state.get().value, signal),
      tell: ({ status, answer }) => {
        if (status !== 'running') this.take(answer ?? {});
        this.put({ check: status });
      },
    });
  }

  private openOptions(name: string): Inquiry<readonly ResolvedOption[]> {
    return new Inquiry<readonly ResolvedOption[]>({
      ...this.times(),
      cache: this.desk.cacheOf(`options ${name}`),
      ask: (signal) => this.request(this.desk.resolvers.options, name, this.inputs.options, undefined, signal),
      tell: ({ status, answer }) => {
        this.offered = answer ?? [];
        this.put({ options: { status, entries: this.offered } });
        this.judgeOffer();
      },
    });
  }

  private request<A>(
    resolvers: Readonly<Record<string, (request: never) => Promise<A>>> | undefined,
    name: string,
    inputs: readonly Field[],
    value: JsonValue | undefined,
    signal: AbortSignal,
  ): Promise<A> {
    const resolver = resolvers !== undefined && Object.hasOwn(resolvers, name) ? resolvers[name] : undefined;
    if (resolver === undefined) return Promise.reject(new Error(`The host has no resolver ${name}.`));
    const values = inputs.map((input) => input.state.get().value);
    return resolver({ pointer: this.field.pointer, value, inputs: values, signal } as never);
  }

  /** Takes what a register says; what it said of the former answer goes. */
  private take({ issues = [], fills = [] }: RegisterAnswer): void {
    const { pointer, node } = this.field;
    this.said = issues.map(({ code, severity, params = {}, pointer: place = pointer }) => ({
      code,
      severity,
      source: 'server',
      pointer: place,
      params,
    }));
    const named = new Set((node.check?.fills ?? []).map((template) => bindTemplate(template, pointer)));
    const before = this.filled;
    this.filled = fills
      .filter((fill) => named.has(fill.pointer))
      .map((fill) => ({ field: this.desk.form.field(fill.pointer), fill }));
    for (const one of before) if (!this.filled.some(({ field }) => field === one.field)) withdraw(one);
    for (const one of this.filled) fillIn(one);
    this.put({});
  }

  /** A value that is no longer among the options is wrong and stays, to be seen. */
  private judgeOffer(): void {
    if (this.options !== undefined) this.put({});
  }

  private put(change: Partial<OutsideState>): void {
    const next = { ...this.state, ...change };
    next.issues = [...this.said, ...this.listUnoffered(next)];
    if (isEqual(next as unknown as JsonValue, this.state as unknown as JsonValue)) return;
    this.state = next;
    this.desk.report(this.field.pointer, next);
  }

  private listUnoffered({ options }: OutsideState): OutsideState['issues'] {
    const { pointer, state } = this.field;
    const { value, visible } = state.get();
    if (options?.status !== 'done' || value === undefined || !visible) return [];
    if (this.offered.some((option) => isEqual(option.value, value))) return [];
    return [{ code: 'catalog.unknown-value', severity: 'error', source: 'server', pointer, params: {} }];
  }

  private fieldsOf(templates: readonly Pointer[] | undefined): Field[] {
    return (templates ?? []).map((template) => this.desk.form.field(bindTemplate(template, this.field.pointer)));
  }

  private times(): { delay: number; timeout: number } {
    const { delay = 300, timeout = 10_000 } = this.desk.resolvers;
    return { delay, timeout };
  }
}

function fillIn({ field, fill }: { field: Field; fill: RegisterFill }): void {
  const { value, provenance } = field.state.get();
  const isFree = value === undefined || (provenance !== undefined && provenance.contested !== true);
  if ((isFree || fill.replace === true) && !isEqual(value, fill.value)) field.setValue(fill.value, fill.provenance);
}

/** A register's value goes with the answer it belonged to, unless somebody changed it since. */
function withdraw({ field, fill }: { field: Field; fill: RegisterFill }): void {
  const { value, provenance } = field.state.get();
  if (provenance?.source === fill.provenance.source && provenance.contested !== true && isEqual(value, fill.value))
    field.setValue(undefined, fill.provenance);
}
