/**
 * The tree of what is asked as the fields of form.json: groups flattened, lists and maps with the fields of a row.
 */
import type { FieldSource } from '../plan/plan.js';
import type { FormField } from '../plan/procedure-source.js';
import type { AskedField } from './asked-field.js';
import { choosePresentation } from './choose-presentation.js';

/** The fields that stand for one place and what is in it, in order. */
export function toFormFields(field: AskedField, source: FieldSource): FormField[] {
  const { inRow: pointer, row } = field;
  switch (field.shape) {
    case 'field':
      return [{ pointer, ...choosePresentation(field), source }];
    case 'again':
      return [{ pointer, source }];
    case 'list':
      return [{ pointer, items: rowsOf(row, source), source }];
    case 'map':
      return [{ pointer, entries: rowsOf(row, source), source }];
    case 'tuple':
      return [
        ...field.children.flatMap((child) => toFormFields(child, source)),
        ...(row === undefined ? [] : [{ pointer, items: rowsOf(row, source), source }]),
      ];
    case 'group': {
      const own = field.children.flatMap((child) => toFormFields(child, source));
      const entries = row === undefined ? [] : [{ pointer, entries: rowsOf(row, source), source }];
      return own.length + entries.length === 0 ? [{ pointer, source }] : [...own, ...entries];
    }
  }
}

/** The fields of a row; a row that contains itself has those of the place it repeats. */
function rowsOf(row: AskedField | undefined, source: FieldSource): { fields?: FormField[] } {
  const fields = row === undefined || row.shape === 'again' ? [] : toFormFields(row, source);
  return fields.length === 0 ? {} : { fields };
}
