import type { FailureWords } from '../vi/failures.ts';

const notYourFault =
  'This is a fault of the program, not of whoever wrote it. Export this record alone and tell support the code.';
const login = 'Sign in again, then press “Send now”. The records are still kept on this device.';
const online = 'Check the network and try again. The records are still kept on this device.';
const later = 'Wait a while and try again. If it happens again, tell support the code.';

/** The English of what happened and what to do. */
export const enFailures: FailureWords = {
  'vault.insecureOrigin': [
    'Storing records on this device needs https: this page was opened without it.',
    'Open the program by its https address, or tell your administrator. With a network you can still write and send.',
  ],
  'vault.unavailable': [
    'The browser gives no storage (private window, or blocked).',
    'Open an ordinary window, or tell your administrator. With a network you can still write and send.',
  ],
  'vault.locked': ['The store of this device is locked.', 'Unlock it with the passphrase, then go on.'],
  'vault.exists': ['This user has a store on this device already.', 'Unlock it with its passphrase.'],
  'vault.empty': ['There is no store on this device.', 'Set it up first.'],
  'vault.wrongPassphrase': ['The passphrase is not right.', 'Type it again.'],
  'vault.shortPassphrase': ['The passphrase is too short.', 'Choose a longer one.'],
  'vault.damaged': [
    'The store of this device was damaged or altered.',
    'Press “Recover” to keep what can still be trusted. Do not delete the browser’s data.',
  ],
  'vault.rowDamaged': [
    'An item of the store was damaged or altered.',
    'Compare with the paper form and write this person’s record again.',
  ],
  'vault.lost': [
    'The browser has thrown the store of this device away.',
    'Set up a new one, then write unsent records again from the paper forms or import a sealed file.',
  ],
  'vault.full': [
    'There is no room left on this device.',
    'Send what is waiting or export a sealed file, then free some room. Do not delete the browser’s data.',
  ],
  'vault.newer': [
    'This store was made by a newer version of the program.',
    'Close all windows of the program and open it again to get the new version. The store is untouched.',
  ],
  'draft.elsewhere': ['This draft was just changed in another window.', 'Open it again to see what is new.'],
  'vault.none': [
    'This page has no place to keep a draft.',
    'Send the record, or keep this page open until it can be sent.',
  ],
  'copy.missing': [
    'The record was not taken along, and the server does not answer.',
    'Try again with a network.',
  ],
  'copy.tooOld': ['The copy that was taken along is too old.', 'Connect to load it again.'],
  'entry.gone': [
    'This record is no longer in the queue.',
    'It may have been sent, or dealt with in another window. Look at the list again.',
  ],
  'entry.sending': ['This record is on its way.', 'Wait until it is sent, then try again.'],
  'file.unreadable': ['This is no sealed file, or it is damaged.', 'Choose another one, or export again.'],
  'file.wrongPassphrase': [
    'The passphrase of the file is not right.',
    'Type the one that was chosen when it was exported.',
  ],
  'input.differs': ['The two passphrases differ.', 'Type both again.'],
  'input.noFile': ['No file has been chosen.', 'Choose a sealed file first.'],
  'input.word': ['That is not the word.', 'Type the word shown to confirm, or press “Keep”.'],
  'item.recovered': [
    'This record was recovered from a damaged store.',
    'Press “Correct” to compare it with the paper form, then send it again.',
  ],
  'network.failed': ['The server could not be reached.', online],
  'network.timeout': ['The server took too long to answer.', online],
  'network.interrupted': ['The connection broke off.', online],
  'token.required': ['Your session has ended.', login],
  'token.invalid': ['Your session has ended.', login],
  'token.unavailable': ['The program could not get a session.', login],
  'record.changed': [
    'Someone else changed the same place of this record on the server.',
    'Press “Decide” to choose the right value at each place.',
  ],
  'group.notFound': ['The server does not have this list.', 'Choose another one, or ask the administrator.'],
  'person.exists': [
    'The server has a record with the same document.',
    'Press “Decide” to say whether it is the same person.',
  ],
  'row.exists': [
    'This row is in the server’s record already.',
    'Look at the record on the server. If all is there, delete this item from the queue.',
  ],
  'record.refused': [
    'The server does not take it because something is written wrongly.',
    'Press “Correct”, correct the places below and send it again.',
  ],
  'record.notFound': [
    'The server has no such record.',
    'Press “Correct” to look at it again, or tell support the code.',
  ],
  'version.notFound': ['The server no longer has the old version of this record.', later],
  'access.denied': ['This account may not do that.', 'Ask your administrator, then press “Try again”.'],
  'access.needed': [
    'The consent of the person is needed.',
    'Ask for it and write it down, then press “Try again”.',
  ],
  'access.restricted': [
    'The person asked that this record be kept and not used.',
    'Ask the person. It may be used again only when they agree.',
  ],
  'consent.needed': [
    'The person’s consent to this is missing.',
    'Ask and write down the answer, then choose “Try again”.',
  ],
  'consent.deciders': [
    'Someone who has to decide is missing.',
    'Ask again, with a parent or representative where it is a child.',
  ],
  'consent.future': [
    'The clock of this device is wrong: the decision lies in the future.',
    'Set date and time right, then ask again.',
  ],
  'consent.requestClosed': [
    'The request was answered already, or does not count any more.',
    'Load the page again and look where the request stands.',
  ],
  'consent.extension': [
    'It cannot be extended so: once only, before the term is over and within what the law allows.',
    'Choose another answer.',
  ],
  'consent.reason': [
    'Who is refused or has to wait must be told why.',
    'Write the reason and record the answer again.',
  ],
  'consent.invalid': [
    'The server does not take this decision.',
    'Ask the person again and write it down anew.',
  ],
  'emergency.notFound': ['There is no such emergency access.', 'Load the list again.'],
  'emergency.open': ['The emergency access is not over yet.', 'Wait until it ends, or end it first.'],
  'emergency.reviewed': [
    'The emergency access was reviewed already.',
    'Load the list again to see the result.',
  ],
  'body.invalid': ['The server could not read what was sent.', notYourFault],
  'body.forbiddenText': [
    'There is a character that the server does not take.',
    'Press “Correct”, retype what was pasted from elsewhere and send it again.',
  ],
  'body.tooLarge': [
    'The record is too long for the server.',
    'Press “Correct”, shorten the long texts and send it again.',
  ],
  'idempotencyKey.reused': ['The server met two contents under one key.', notYourFault],
  'response.invalid': ['The answer of the server is malformed.', later],
  'server.busy': ['The server is busy.', 'Wait a while and try again.'],
  'server.failed': ['The server failed.', later],
  'http.4': ['The server does not take it.', notYourFault],
  'http.5': ['The server failed.', later],
  unknown: ['That did not work.', later],
};
