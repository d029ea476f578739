/** What a page fetches when its plan names a further kind or operator: both, and the Vietnamese words of the kinds, in one chunk. */
export { FURTHER_KINDS } from '@motcua/form-engine/kinds';
export { FURTHER_OPERATORS } from '@motcua/form-engine/operators';
export { furtherVi } from '@motcua/form-engine/kinds/messages/vi';
