/**
 * The English defaults.
 */
import type { CommonCode } from '../../issue-codes.js';
import type { MessagePack, MessageWords } from './pack.js';
import { viMessages } from './vi.js';

/** English defaults: what to do, with the label and the limit. */
export const en: Readonly<Record<CommonCode, string>> = {
  'keyword.type': '{label}: enter it again as the hint says.',
  'keyword.enum': '{label}: choose one from the list.',
  'keyword.const': '{label}: choose one from the list.',
  'keyword.minimum': '{label}: enter {limit} or more.',
  'keyword.maximum': '{label}: enter {limit} or less.',
  'keyword.exclusiveMinimum': '{label}: enter a number above {limit}.',
  'keyword.exclusiveMaximum': '{label}: enter a number below {limit}.',
  'keyword.multipleOf': '{label}: enter a multiple of {divisor}.',
  'keyword.minLength':
    '{label}: enter at least {limit:character|characters}. It has {actual:character|characters} now.',
  'keyword.maxLength':
    '{label} may have at most {limit:character|characters}. It has {actual} now; take out {difference}.',
  'keyword.pattern': '{label}: enter it again in the form that the hint shows.',
  'keyword.required': 'Enter or choose {label:inline}.',
  'keyword.dependentRequired': 'Enter or choose {label:inline}.',
  'keyword.additionalProperties': 'Take this out: the form does not ask for it.',
  'keyword.propertyNames': 'Rename this entry as the form says.',
  'keyword.minProperties': '{label}: give at least {limit:entry|entries}.',
  'keyword.maxProperties': '{label}: give at most {limit:entry|entries}.',
  'keyword.items': '{label}: take out the extra row.',
  'keyword.additionalItems': '{label}: take out the extra row.',
  'keyword.contains': '{label}: add the entry that is missing.',
  'keyword.minContains': '{label}: give at least {limit:entry|entries} of the kind asked for.',
  'keyword.maxContains': '{label}: give at most {limit:entry|entries} of this kind.',
  'keyword.minItems': '{label}: give at least {limit:entry|entries}. It has {actual:entry|entries} now.',
  'keyword.maxItems': '{label}: give at most {limit:entry|entries}. It has {actual:entry|entries} now; take some out.',
  'keyword.uniqueItems': '{label}: number {second} repeats number {first}. Take one of them out.',
  'keyword.anyOf': '{label}: answer by one of the cases given.',
  'keyword.oneOf': '{label}: choose exactly one case.',
  'keyword.not': '{label}: choose or enter something else.',
  'keyword.false': 'Take out {label:inline}: it does not apply to the case declared.',
  'keyword.unevaluatedProperties': 'Take this out: the form does not ask for it.',
  'keyword.unevaluatedItems': '{label}: take out the extra row.',
  'format.date': '{label}: enter a day, month and year that the calendar has.',
  'format.time': '{label}: enter hours and minutes.',
  'format.date-time': '{label}: enter date and time.',
  'format.email': '{label}: enter an e-mail address, such as name@example.com.',
  'format.uri': '{label}: enter the whole web address, beginning with https://.',
  'format.uuid': '{label}: enter the 36 characters of the code that was issued.',
  'format.duration': '{label}: enter a length of time such as P1Y6M, 1 year and 6 months.',
  'format.idn-email': '{label}: enter an e-mail address, such as name@example.com.',
  'format.hostname': '{label}: enter a host name, such as example.com.',
  'format.idn-hostname': '{label}: enter a host name in small letters, such as ví-dụ.vn.',
  'format.ipv4': '{label}: enter an IPv4 address, such as 192.0.2.1.',
  'format.ipv6': '{label}: enter an IPv6 address, such as 2001:db8::1.',
  'format.uri-reference': '{label}: enter a web address or a path, such as /ho-tich.',
  'format.iri': '{label}: enter the whole web address, beginning with https://.',
  'format.iri-reference': '{label}: enter a web address or a path, such as /hộ-tịch.',
  'format.uri-template': '{label}: enter it again in the syntax of a URI Template (RFC 6570).',
  'format.json-pointer': '{label}: enter it again in the syntax of a JSON Pointer, such as /a/b.',
  'format.relative-json-pointer': '{label}: enter it again in the syntax of a Relative JSON Pointer, such as 1/a.',
  'format.regex': '{label}: enter it again in the syntax of an ECMAScript regular expression.',
  'kind.text-expected': '{label}: enter text.',
  'kind.unsupported-character': '{label}: delete the hidden character at position {position} and enter it again.',
  'kind.legacy-encoding':
    '{label}: the pasted text is in the {encoding} character set, so its marks come out wrong. Type it again.',
  'kind.name-digit': '{label}: enter letters, no digits.',
  'kind.name-character':
    '{label}: take out “{character}”. A name has letters, spaces, apostrophes, hyphens and full stops only.',
  'kind.name-letter-missing': '{label}: enter at least one letter.',
  'kind.number-expected': '{label}: enter a whole number, such as 2.',
  'kind.number-too-large': '{label}: enter a smaller number.',
  'kind.decimal-expected': '{label}: enter a number with at most {limit:decimal|decimals}, such as 3.5.',
  'kind.choice-expected': '{label}: choose one from the list.',
  'kind.date-impossible': '{date:impossible} Check {label:inline}.',
  'kind.date-incomplete': '{label}: also enter {missing:parts}.',
  'kind.digits-expected': '{label}: enter digits only.',
  'kind.digits-count': 'Enter {label:inline} with {expected:digit|digits}. It has {actual:digit|digits} now.',
  'kind.phone-incomplete': '{label}: enter the whole telephone number, such as 0912 345 678.',
  'kind.email-incomplete': '{label}: enter an e-mail address, such as name@example.com.',
  'kind.address-expected': '{label}: choose province and commune, or write the address abroad.',
  'kind.commune-not-chosen': 'Choose the commune, ward or special zone in the list that appears as you type.',
  'kind.commune-not-confirmed': 'Choose the commune, ward or special zone where this former address is today.',
  'kind.files-expected': '{label}: choose a file to upload.',
  'rule.date-in-future': '{label} must be today or earlier.',
  'rule.limit-steps': 'The form could not check this place. Tell the agency.',
  'rule.option-unavailable': '{label}: choose again among the options that still apply.',
  'warning.birth-year-differs':
    'The personal identification number states another year of birth than the one entered. Check both; if they are right, you may go on.',
  'warning.sex-differs':
    'The personal identification number states another sex than the one declared. Check both; if they are right, you may go on.',
  'warning.name-scripts':
    '{label}: some letters belong to another alphabet, though they look alike. Type the name anew; if it is right, you may go on.',
  'catalog.unknown-value': '{label}: choose again from the current list.',
  'data.limit-depth': 'What was sent nests too deep. Open the form again and send it again.',
  'data.limit-nodes': 'What was sent has too many entries. Take some out and send it again.',
  'data.limit-string': '{label}: shorten it to at most {limit:character|characters}.',
  'data.limit-array': '{label}: reduce it to at most {limit:entry|entries}.',
  'data.limit-steps': 'What was sent takes too many steps to check. Take some entries out and send it again.',
  'data.unsafe-integer': '{label}: enter a smaller number.',
  'submission.not-applicable': 'Take out {label:inline}: it does not apply to the case declared.',
  'submission.undeclared': 'Take this out: the form does not ask for it.',
  'submission.computed': '{label} is worked out by the system. Open the form again and send it again.',
  'submission.mirror': '{label} must equal what was declared for the requester. Check both places.',
  'submission.read-only': '{label} comes from a register and is sent unchanged. Open the form again and send it again.',
  'submission.empty': 'Take out this empty part and send it again.',
  'submission.pattern-undecided':
    '{label} could not be checked in the time allowed. Shorten it or write it anew, and send again. If it is right as it stands, ask the agency.',
  'submission.not-canonical': '{label}: open the form again and enter it anew.',
};

/** Words that the templates need beside their params. */
const words: MessageWords = {
  field: 'This field',
  unknown: '{label}: check this field.',
  day: 'day',
  month: 'month',
  year: 'year',
  and: ' and ',
  impossibleDay: ({ day, month, year }) => `There is no day ${day} in month ${month} of ${year}.`,
  impossibleMonth: ({ month }) => `There is no month ${month}; months are 1 to 12.`,
  impossibleYear: () => 'Enter the year with 4 digits.',
};

/** English, for the pages that ask for it. */
export const enMessages: MessagePack = { locale: 'en', formats: 'en', texts: en, words, fallback: viMessages };
