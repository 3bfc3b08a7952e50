import type { GateWords } from '../vi/consent-gate.ts';

/** English words of a record form about notices and consents. */
export const enGate: GateWords = {
  locale: 'en',
  ui: {
    title: 'Notice and consent',
    tell: 'The person was not told yet: {list}.',
    ask: 'Not asked yet: {list}.',
    short: 'Not told or not asked yet: {n}',
    blocked: '{title}: not allowed, because {reason}.',
    unknown: 'The decisions of this person could not be read. What is not known counts as no.',
    noPlace:
      'Cannot be sent: this page is not connected to a place that keeps consents, so it is not known whether the person agreed. Please tell whoever runs this software (the session has no “consents”). Nothing typed is lost.',
    noName:
      'Not sent: without a name nobody can be asked for consent. Please write the full name, then send again.',
    needed: 'Not sent: the person’s consent is missing. Please ask, then send again.',
    failed:
      'The part that asks for consent could not be loaded. Check the network and try again; nothing typed is lost.',
    open: 'Tell and ask',
    done: 'Close',
  },
  reasons: {
    notAsked: 'nobody asked',
    unsoundPurpose: 'the purpose is not set up correctly',
    noRecipient: 'no recipient is named',
    noEnd: 'no end is named',
    broken: 'the proof of consent is not intact',
    proposed: 'there is no answer yet',
    deferred: 'the person wants to decide later',
    lapsed: 'there was no answer',
    partiallyAssented: 'the consent of one more person is missing',
    denied: 'the person said no',
    objected: 'the person objects',
    restricted: 'the person wants it kept but not used',
    withdrawn: 'the person took the consent back',
    expired: 'the consent has ended',
    invalidated: 'the earlier consent does not hold any more',
  },
};
