/**
 * Every problem code the gateway answers with: status, and title and cure for developers. Clients render their own text from the code.
 */

interface ProblemKind {
  status: number;
  title: string;
  cure: string;
}

/** The registry. `docs/reference/errors-gateway.md` explains each row. */
export const PROBLEMS = {
  'request.not-found': {
    status: 404,
    title: 'There is nothing at this address.',
    cure: 'Compare the address with openapi.yaml.',
  },
  'request.method-not-allowed': {
    status: 405,
    title: 'This address does not take that method.',
    cure: 'Use a method that the Allow header names.',
  },
  'request.origin-refused': {
    status: 403,
    title: 'Pages of this origin may not change anything here.',
    cure: 'Add the portal origin to the gateway configuration.',
  },
  'request.media-type': {
    status: 415,
    title: 'The body must be application/json.',
    cure: 'Send Content-Type: application/json.',
  },
  'request.too-large': {
    status: 413,
    title: 'The body is too large.',
    cure: 'Send papers as uploads, not inside the answers.',
  },
  'request.invalid-json': {
    status: 400,
    title: 'The body is not JSON in UTF-8.',
    cure: 'Send one JSON text (RFC 8259) in UTF-8.',
  },
  'request.too-deep': {
    status: 400,
    title: 'The body is nested too deeply.',
    cure: 'Send answers as the procedure describes them.',
  },
  'request.malformed': {
    status: 400,
    title: 'The request does not have the shape of the contract.',
    cure: 'Compare the request with openapi.yaml.',
  },
  'request.header-missing': {
    status: 400,
    title: 'A header is missing or malformed.',
    cure: 'Send the header that the detail names.',
  },
  'request.timeout': {
    status: 408,
    title: 'The body did not arrive in time.',
    cure: 'Send the same request again, on a better line.',
  },
  'request.too-many-headers': {
    status: 431,
    title: 'The request has too many headers.',
    cure: 'Send only the headers of the contract.',
  },
  'rate.limited': {
    status: 429,
    title: 'Too many requests came from here.',
    cure: 'Send the same request again after Retry-After.',
  },
  'procedure.not-found': {
    status: 404,
    title: 'There is no such procedure.',
    cure: 'Choose a slug of GET /v1/procedures.',
  },
  'plan.not-found': {
    status: 404,
    title: 'There is no plan with this hash and format.',
    cure: 'Read the procedure again.',
  },
  'plan.outdated': {
    status: 409,
    title: 'The form has changed since it was opened.',
    cure: 'Read the procedure again, carry the answers over, and let the citizen check them.',
  },
  'locale.not-found': { status: 404, title: 'There are no texts with this hash.', cure: 'Read the procedure again.' },
  'catalog.not-found': { status: 404, title: 'There is no such catalogue version.', cure: 'Read the procedure again.' },
  'agency.not-found': {
    status: 404,
    title: 'There is no agency with this code.',
    cure: 'Choose a commune of the administrative-units catalogue.',
  },
  'agency.unknown': {
    status: 422,
    title: 'The receiving agency does not exist.',
    cure: 'Choose a commune of the administrative-units catalogue.',
  },
  'submission.invalid': {
    status: 422,
    title: 'The answers are not complete and right yet.',
    cure: 'Show the issues at their fields.',
  },
  'submission.procedure-mismatch': {
    status: 422,
    title: 'The body names another procedure than the address.',
    cure: 'Send both alike.',
  },
  'idempotency.in-flight': {
    status: 409,
    title: 'A request with this key is being worked on.',
    cure: 'Ask again with the same key after Retry-After.',
  },
  'idempotency.key-reused': {
    status: 422,
    title: 'This key was used for another body.',
    cure: 'Make a new key for a new submission.',
  },
  'dossier.not-found': {
    status: 404,
    title: 'There is no dossier for this code and secret.',
    cure: 'Check code and secret.',
  },
  'dossier.transition-refused': {
    status: 409,
    title: 'The state of the dossier does not allow this.',
    cure: 'Read the dossier again.',
  },
  'dossier.version-conflict': {
    status: 412,
    title: 'The dossier has changed since it was read.',
    cure: 'Read the dossier again, and decide by what it says now.',
  },
  'dossier.supplement-limit': {
    status: 409,
    title: 'A supplement was requested already; it is asked for once and completely.',
    cure: 'Decide by what is there.',
  },
  'dossier.reschedule-limit': {
    status: 409,
    title: 'The due date was set anew already; that is done once.',
    cure: 'Finish the work.',
  },
  'dossier.due-date-refused': {
    status: 422,
    title: 'The new due date is no working day after the present one.',
    cure: 'Choose a working day later than the present due date and than today.',
  },
  'dossier.secret-throttled': {
    status: 429,
    title: 'Too many wrong secrets.',
    cure: 'Wait for Retry-After. The right secret is answered at once.',
  },
  'dossier.watch-limit': {
    status: 429,
    title: 'Too many streams follow this dossier, or come from this address.',
    cure: 'Close the streams that are not needed, or look the dossier up now and then.',
  },
  'supplement.unknown-item': {
    status: 422,
    title: 'What is asked for is no field or paper of this procedure, or is asked for twice.',
    cure: 'Name fields by their pointer and papers by their id; the issues say which items are wrong.',
  },
  'supplement.not-requested': {
    status: 422,
    title: 'The answers differ where no supplement was asked for.',
    cure: 'Send the other answers as they were; the issues name them.',
  },
  'result.refused': {
    status: 422,
    title: 'The files of the result are not whole uploads under the key that came with them.',
    cure: 'Upload and complete each file, then send what the completions answered.',
  },
  'letter.not-found': {
    status: 404,
    title: 'The dossier holds no letter with this number.',
    cure: 'Choose a sequence of `letters` in the dossier.',
  },
  'letter.not-issued': {
    status: 422,
    title: 'This move issues no letter.',
    cure: 'Make the move without a preview.',
  },
  'register.range-refused': {
    status: 422,
    title: 'The days are no range that a register can show.',
    cure: 'Send a first and a last day that is not before it, at most 366 days apart.',
  },
  'paper.not-found': {
    status: 404,
    title: 'The dossier holds no such file.',
    cure: 'Read the dossier again.',
  },
  'message.not-found': {
    status: 404,
    title: 'There is no message with this id that was given up.',
    cure: 'Read the alarms again.',
  },
  'metrics.refused': {
    status: 403,
    title: 'Metrics are for whom the operator names.',
    cure: 'Ask straight from an address of METRICS_FROM, or send the token of METRICS_TOKEN.',
  },
  'officer.signed-out': { status: 401, title: 'Nobody is signed in.', cure: 'Sign in.' },
  'officer.credentials-refused': {
    status: 401,
    title: 'There is no account with this name and password.',
    cure: 'Check both.',
  },
  'officer.throttled': {
    status: 429,
    title: 'Too many failed attempts to sign in.',
    cure: 'Wait for Retry-After.',
  },
  'officer.not-allowed': {
    status: 403,
    title: 'This account may not do that.',
    cure: 'Ask somebody whose role it is.',
  },
  'upload.not-found': {
    status: 404,
    title: 'There is no such upload under this key.',
    cure: 'Start the upload again.',
  },
  'upload.expired': { status: 410, title: 'The upload has expired.', cure: 'Start the upload again.' },
  'upload.length-required': {
    status: 400,
    title: 'Upload-Length is missing or malformed.',
    cure: 'Say the size of the whole file in bytes.',
  },
  'upload.bad-request': {
    status: 400,
    title: 'The upload request breaks tus 1.0.',
    cure: 'Compare the request with tus 1.0.',
  },
  'upload.version': { status: 412, title: 'The gateway speaks tus 1.0.0.', cure: 'Send Tus-Resumable: 1.0.0.' },
  'upload.offset-conflict': {
    status: 409,
    title: 'The bytes do not begin where the gateway stands.',
    cure: 'Ask for the offset with HEAD and go on from there.',
  },
  'upload.locked': { status: 423, title: 'Another request is writing to this upload.', cure: 'Ask again.' },
  'upload.quota': {
    status: 429,
    title: 'This draft holds too many or too large uploads.',
    cure: 'Remove papers that are not needed.',
  },
  'upload.store-full': {
    status: 503,
    title: 'The gateway holds as many unused uploads as it may.',
    cure: 'Send the same request again after Retry-After.',
  },
  'upload.media-type': {
    status: 415,
    title: 'The bytes of an upload must be application/offset+octet-stream.',
    cure: 'Send Content-Type: application/offset+octet-stream.',
  },
  'upload.in-use': { status: 409, title: 'A dossier holds this paper.', cure: 'Leave it.' },
  'upload.incomplete': { status: 409, title: 'The upload is not whole yet.', cure: 'Send the rest, then complete it.' },
  'upload.empty': { status: 422, title: 'The file is empty.', cure: 'Ask for the file again.' },
  'upload.too-large': { status: 413, title: 'The file is too large.', cure: 'Ask for a smaller file.' },
  'upload.type': {
    status: 422,
    title: 'The content is no PDF, JPEG, PNG or WebP.',
    cure: 'Ask for one of these kinds.',
  },
  'upload.corrupt': { status: 422, title: 'The file is cut short or damaged.', cure: 'Ask for the file again.' },
  'upload.dimensions': {
    status: 422,
    title: 'The picture has too many pixels.',
    cure: 'Ask for a smaller picture.',
  },
  'upload.protected': {
    status: 422,
    title: 'The PDF is locked with a password.',
    cure: 'Ask for the file without a password.',
  },
  'upload.active-content': {
    status: 422,
    title: 'The PDF holds a script, the start of a program, or another file.',
    cure: 'Ask for the document printed to a new PDF, or for photos of the paper.',
  },
  'upload.infected': {
    status: 422,
    title: 'The scanner found a virus. The upload was removed.',
    cure: 'Ask for another copy, from another device.',
  },
  'upload.scanner-unavailable': {
    status: 503,
    title: 'The file cannot be searched for viruses now. The upload is kept.',
    cure: 'Complete the upload again after Retry-After.',
  },
  'upload.checksum': {
    status: 422,
    title: 'What arrived is not what was sent.',
    cure: 'Send the file again as a new upload.',
  },
  'storage.full': {
    status: 503,
    title: 'The disk is full: nothing new can be taken in now.',
    cure: 'Send the same request again after Retry-After; nothing of it was kept.',
  },
  'gateway.unavailable': {
    status: 503,
    title: 'Nothing can be accepted now.',
    cure: 'Send the same request again after Retry-After.',
  },
  'gateway.internal': {
    status: 500,
    title: 'The gateway failed.',
    cure: 'Send the same request again; quote the reference to the operator.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Codes of issues that only the gateway raises, beside those of the engine. */
export const SERVER_ISSUES = {
  'catalog.unknown-value':
    'The catalogue version of the plan does not hold this value, or not together with the province beside it.',
  'number.unsafe': 'The number lost digits on its way: it is beyond 2^53 or not finite. Exact values are texts.',
  'submission.not-applicable': 'The answer does not apply under the other answers and must not be sent.',
  'supplement.not-requested': 'The answer differs from the one before, and nobody asked for it.',
  'supplement.unknown-item':
    'The procedure has no such field or paper, the field is computed, or it is asked for twice; `index` says which item.',
  'submission.pattern-undecided': 'A pattern that only the second judge runs was not decided in time.',
  'text.forbidden-character': 'The text holds NUL or half of a surrogate pair.',
  'upload.already-used': 'Another dossier holds this paper.',
  'upload.incomplete': 'The upload was not completed.',
  'upload.mismatch': 'Size, hash, type or name differ from what the completion answered.',
  'upload.unknown': 'There is no such upload under the key that came with the submission.',
} as const;

/** Codes of errors that keep the gateway from starting; their message says what to do. */
export const START_ERRORS = {
  'account.refused': 'An officer’s account cannot be made or is not there.',
  'backup.refused': 'A back-up cannot be made or restored.',
  'configuration.invalid': 'An environment variable cannot be used.',
  'database.in-use': 'Another process has opened the database folder.',
  'outbox.refused': 'A command on messages cannot be done.',
  'procedure.refused': 'A procedure folder does not compile.',
  'watch.refused': 'The settings of the watchdog contradict each other or name a procedure that there is not.',
  'server.address-unavailable': 'The port is taken, or the address is not this machine’s.',
} as const;
