/** A module of its own, so that it is loaded when it is needed only. */
export { createMyDossiers } from '@motcua/client';
