/** A module of its own, so that it is loaded when it is needed only. */
export { createClient } from '@motcua/client';
