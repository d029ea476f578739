/** Our form model: a compiled plan, live. */
import { compileProcedure, createForm } from '../../../packages/form-engine/dist/index.js';
import { flatSchema, ROW_COLUMNS, rowOf, rowsSchema, switchSchema } from '../models/schemas.mjs';

const TODAY = '2026-11-23';

export default {
  openFlat: (size) => openFlat(planOf(flatSchema(size))),

  openRows(count) {
    const form = createForm(planOf(rowsSchema()), { today: TODAY });
    const list = form.list('/rows');
    for (let row = 0; row < count; row += 1) list.append(rowOf(row));
    const stop = list.state.subscribe(() => list.state.get());
    const keyAt = (index) => list.state.get().keys[index];
    return {
      append: () => void list.append(rowOf(count)),
      insert: () => void list.insert(Math.floor(count / 2), rowOf(count)),
      removeFirst: () => void list.remove(keyAt(0)),
      move: () => list.move(keyAt(0), Math.floor(count / 2)),
      length: () => form.toSubmission().rows.length,
      close: () => (stop(), form.dispose()),
    };
  },

  openSwitch(fields) {
    const form = createForm(planOf(switchSchema(fields)), { today: TODAY });
    const field = form.field('/wanted');
    const stops = Array.from({ length: fields }, (_, index) => {
      const { state } = form.field(`/field${index}`);
      return state.subscribe(() => state.get());
    });
    return {
      show: () => field.setValue(true),
      hide: () => field.setValue(false),
      isShown: () => form.field(`/field${fields - 1}`).state.get().visible,
      close: () => (stops.forEach((stop) => stop()), form.dispose()),
    };
  },

  /** A plan of so many fields, from parsed JSON. */
  plan: (size) => planOf(flatSchema(size)),

  /** A form on a plan that is there already. */
  openOn: (plan) => createForm(plan, { today: TODAY }),
};

function openFlat(plan) {
  const form = createForm(plan, { today: TODAY, validateOn: 'change' });
  const middle = Math.floor(plan.root.children.length / 2);
  const field = form.field(`/field${middle}`);
  const stop = field.state.subscribe(() => field.state.get());
  return {
    press: (text) => field.setInput(text),
    settled: (text) => (field.setInput(text), field.state.get().issues.length),
    close: () => (stop(), form.dispose()),
  };
}

function planOf(data) {
  const names = Object.keys(data.properties);
  return compileProcedure({
    record: { slug: 'bench/model', version: '1.0.0' },
    data,
    form: { steps: [{ id: 'all', sections: [{ id: 'all', fields: names.map(fieldOf) }] }] },
    definitions: {},
    catalogVersions: {},
  });
}

function fieldOf(name) {
  const pointer = `/${name}`;
  return name === 'rows'
    ? { pointer, items: { fields: ROW_COLUMNS.map((column) => ({ pointer: `/${column}` })) } }
    : { pointer };
}
