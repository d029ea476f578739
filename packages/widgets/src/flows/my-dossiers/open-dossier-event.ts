/** A remembered dossier was chosen. It carries the secret, so it does not bubble: only the look-up around the list hears it. */
export class OpenDossierEvent extends Event {
  constructor(
    readonly code: string,
    readonly secret: string,
  ) {
    super('open-dossier');
  }
}
