/** TanStack Form core: a form store with a field for each name, judged by functions of the author's. */
import { FieldApi, FormApi } from '@tanstack/form-core';
import { LEAST, MOST, namesOf, rowOf } from '../models/schemas.mjs';

const validators = { onChange: ({ value }) => (value.length < LEAST || value.length > MOST ? 'length' : undefined) };

export default {
  openFlat(size) {
    const names = namesOf(size);
    const form = new FormApi({ defaultValues: Object.fromEntries(names.map((name) => [name, ''])) });
    const stops = [form.mount()];
    const fields = names.map((name) => new FieldApi({ form, name, validators }));
    for (const field of fields) stops.push(field.mount());
    const field = fields[Math.floor(size / 2)];
    field.store.subscribe(() => field.state);
    return {
      press: (text) => field.handleChange(text),
      settled: (text) => (field.handleChange(text), field.state.meta.errors.length),
      close: () => stops.forEach((stop) => stop()),
    };
  },

  openRows(count) {
    const rows = Array.from({ length: count }, (_, index) => rowOf(index));
    const form = new FormApi({ defaultValues: { rows } });
    const stop = form.mount();
    const middle = Math.floor(count / 2);
    return {
      append: () => form.pushFieldValue('rows', rowOf(count)),
      insert: () => form.insertFieldValue('rows', middle, rowOf(count)),
      removeFirst: () => form.removeFieldValue('rows', 0),
      move: () => form.moveFieldValues('rows', 0, middle),
      length: () => form.state.values.rows.length,
      close: stop,
    };
  },
};
