import * as z from 'zod/mini';
import { maxLine, maxLines } from './limits.ts';
import { Instant, PartialDate, upTo } from './values.ts';

const line = /* @__PURE__ */ upTo(maxLine);
const lines = /* @__PURE__ */ upTo(maxLines);
const code = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[\w.:-]{1,80}$/));
const hash = /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[0-9a-f]{64}$/));
const count = /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.minimum(0));
const word = /* @__PURE__ */ z.optional(line);

/**
 * What an event of consent is. `consent` = a decision about one purpose; `notice` = the person was told, where a law and
 * not consent is the basis; `withdrawal`, `restriction` (keep, do not use), `objection` = what the person takes back or
 * objects to; `disclosureRequest` = the person's own request to hand data to one named recipient (art. 26.2 of law
 * 91/2025); `emergencyOverride` = a record was opened without the usual right (art. 19.1.a); `request` = to view, correct,
 * get a copy of or erase data; `requestAnswer` = what the keeper of the data says to the one request that it `supersedes`,
 * with its `reason` where it is refused or takes longer; `invalidation` = an event that must not count (wrong person, capacity lost, of age now).
 */
export const ConsentKind = /* @__PURE__ */ z.enum([
  'consent',
  'notice',
  'withdrawal',
  'restriction',
  'objection',
  'disclosureRequest',
  'emergencyOverride',
  'request',
  'requestAnswer',
  'invalidation',
]);
export type ConsentKind = z.infer<typeof ConsentKind>;

/** Where a use of data finds its ground: consent (art. 9, 26.1), or a case of art. 19.1 of law 91/2025/QH15. */
export const LegalBasis = /* @__PURE__ */ z.enum([
  'consent_9',
  'urgent_19_1_a',
  'emergencyState_19_1_b',
  'state_19_1_c',
  'agreement_19_1_d',
  'law_19_1_dd',
]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** In what part someone took part in a decision. Only the first three decide. */
export const DeciderRole = /* @__PURE__ */ z.enum([
  'self',
  'representative',
  'child',
  'interpreter',
  'witness',
]);
export type DeciderRole = z.infer<typeof DeciderRole>;

/** Someone who decided or helped: who, and by what right. */
export const Decider = /* @__PURE__ */ z.looseObject({
  role: DeciderRole,
  name: line,
  /** Relationship to the person, as written or by the code of the form's list. */
  relation: word,
  /** The same in the words that were chosen or written (`Bà ngoại`, of the code `grandparent`). */
  relationWords: word,
  /**
   * On what ground a representative decides whose relationship alone is none: `guardian` (shown), `written` = authorised in
   * writing, `spoken` = only said so, `caring` = only looks after the person.
   */
  ground: word,
  /** More about the ground: which paper, where those are who would decide by law. */
  groundWords: word,
  /** Kind of representative, art. 8.2 of law 15/2023: `a` … `d`, `dd`. */
  representativeType: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['a', 'b', 'c', 'd', 'dd'])),
  /** What the right was shown by (birth certificate, written authority …); never its image. */
  evidence: word,
  /** What is known of the ability to decide, where it is not as the age says. */
  capacity: word,
  phone: word,
});
export type Decider = z.infer<typeof Decider>;

/** An organisation that a notice names. */
export const Organisation = /* @__PURE__ */ z.looseObject({
  id: /* @__PURE__ */ z.optional(code),
  name: line,
  /** `hospital`, `insurer`, `school`, `authority`, … */
  type: word,
  /** ISO 3166-1 alpha-2. */
  country: word,
  address: word,
  contact: word,
  /** Person or department for data protection, with how to reach them. */
  protectionContact: word,
});
export type Organisation = z.infer<typeof Organisation>;

/** Which text was shown. `shownHash` covers the exact words on screen, those on the buttons included. */
export const ShownNotice = /* @__PURE__ */ z.looseObject({
  id: code,
  version: code,
  /** BCP 47. */
  language: line,
  /** SHA-256 of the Vietnamese text, which is the one that counts. */
  masterHash: hash,
  shownHash: hash,
  /** How the text was made bytes: `NFC+LF` = Unicode NFC, lines ended by LF, UTF-8. */
  canonicalisation: /* @__PURE__ */ z.literal('NFC+LF'),
  shownAt: Instant,
  /** Parts that were on screen; only the component that shows them says so. */
  parts: /* @__PURE__ */ z.array(code),
});
export type ShownNotice = z.infer<typeof ShownNotice>;

/**
 * How someone confirmed. `drawn` and `typed` are no digital signature (art. 23.2 of law 20/2023); `fingerprint` was given on
 * paper before a witness, and its image is not kept here.
 */
export const Signature = /* @__PURE__ */ z.looseObject({
  form: /* @__PURE__ */ z.enum([
    'button',
    'typed',
    'drawn',
    'otp',
    'biometricMatch',
    'dedicatedEsignature',
    'digitalSignature',
    'fingerprint',
    'paper',
  ]),
  /** What was signed: the `shownHash` of the notice. */
  signedHash: hash,
  /** Drawn strokes as SVG path data, or a host's own proof (transaction id, certificate). */
  data: /* @__PURE__ */ z.optional(lines),
  by: /* @__PURE__ */ z.optional(DeciderRole),
});
export type Signature = z.infer<typeof Signature>;

/** A request of a person about their data, with the dates by law; an answer repeats them with what it says. */
export const SubjectRequest = /* @__PURE__ */ z.looseObject({
  type: /* @__PURE__ */ z.enum([
    'view',
    'correct',
    'copy',
    'erase',
    'protect',
    'restrict',
    'object',
    'withdraw',
  ]),
  receivedAt: Instant,
  /** Latest days (`YYYY-MM-DD`) for the first answer and for doing it, by decree 356/2025 art. 5. */
  answerBy: PartialDate,
  doneBy: PartialDate,
  /** Only of an answer: `received`, `extended` (once, until `extendedTo`), `answered` or `refused`; another says nothing. */
  outcome: word,
  extendedTo: /* @__PURE__ */ z.optional(PartialDate),
  words: /* @__PURE__ */ z.optional(lines),
});
export type SubjectRequest = z.infer<typeof SubjectRequest>;

/** Why a record was opened without the usual right, for how long, and what became of it. */
export const Override = /* @__PURE__ */ z.looseObject({
  basis: /* @__PURE__ */ z.enum(['lifeThreat', 'unconscious', 'publicHealth', 'other']),
  startedAt: Instant,
  until: Instant,
  reviewer: word,
  reviewedAt: /* @__PURE__ */ z.optional(Instant),
  outcome: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['justified', 'misuse'])),
});
export type Override = z.infer<typeof Override>;

/**
 * One event, one purpose. Events are only ever added; what holds is worked out of all of them. Personal names stand in
 * it: it is kept and sent like a record.
 */
export const ConsentEvent = /* @__PURE__ */ z.looseObject({
  schemaVersion: /* @__PURE__ */ z.literal(1),
  /** Made with the event; the same for every attempt to send it. */
  id: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[A-Za-z0-9_-]{8,64}$/)),
  kind: ConsentKind,
  /** Code of the purpose; `*` where the event is about all of them. */
  purpose: /* @__PURE__ */ z.union([code, /* @__PURE__ */ z.literal('*')]),
  /** `informed` belongs to notices; there is no default. */
  decision: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['granted', 'denied', 'deferred', 'informed'])),
  decidedAt: Instant,
  subject: /* @__PURE__ */ z.looseObject({
    birthDate: /* @__PURE__ */ z.optional(PartialDate),
    /** How the birth date is known. */
    birthDateFrom: /* @__PURE__ */ z.enum(['document', 'record', 'stated', 'unknown']),
    /** Ability to decide at that moment, art. 24.2 of law 91/2025; `full` where nothing is written. */
    capacity: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.enum(['full', 'limited', 'difficulty', 'lost'])),
  }),
  decidedBy: /* @__PURE__ */ z.array(Decider),
  /** Which policy said who decides, and what it said. */
  rule: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.looseObject({
      policy: code,
      deciders: /* @__PURE__ */ z.array(/* @__PURE__ */ z.enum(['self', 'representative', 'child'])),
    }),
  ),
  basis: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.looseObject({ code: LegalBasis, reference: /* @__PURE__ */ z.optional(line) }),
  ),
  dataCategories: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(code)),
  actions: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(code)),
  controller: /* @__PURE__ */ z.optional(Organisation),
  processors: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(Organisation)),
  /** Code of the one recipient a disclosure is for. */
  recipient: /* @__PURE__ */ z.optional(code),
  recipients: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(Organisation)),
  /** Days; without `validTo` it holds until it is changed (art. 9.4.c). */
  validFrom: /* @__PURE__ */ z.optional(PartialDate),
  validTo: /* @__PURE__ */ z.optional(PartialDate),
  retention: word,
  notice: /* @__PURE__ */ z.optional(ShownNotice),
  /** Channel, decree 356/2025 art. 6.1. */
  method: /* @__PURE__ */ z.enum(['paper', 'recordedCall', 'sms', 'email', 'web', 'app', 'other']),
  /** What the person did: words of the button, or what happened on paper. */
  indication: word,
  signatures: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(Signature)),
  /** Help for who cannot read, see, hear or understand the language. */
  assistance: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.looseObject({
      modes: /* @__PURE__ */ z.array(
        /* @__PURE__ */ z.enum(['readAloud', 'interpreter', 'witness', 'teachBack', 'translation']),
      ),
      language: word,
    }),
  ),
  /** Who took the decision down, where, on which device (an opaque id). */
  collector: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.looseObject({ user: word, role: word, facility: word, device: word }),
  ),
  /** Ids of events that this one takes the place of, or is about. */
  supersedes: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.array(line)),
  reason: /* @__PURE__ */ z.optional(lines),
  override: /* @__PURE__ */ z.optional(Override),
  request: /* @__PURE__ */ z.optional(SubjectRequest),
  /** A consent from before the law (ND 13/2023), which goes on (art. 39.1). */
  legacy: /* @__PURE__ */ z.optional(/* @__PURE__ */ z.looseObject({ law: line, originalForm: word })),
  /**
   * Hash of the event of this person that the device knew last (`null` = it knew none), and of this event with
   * `chain.previous` but without `chain.hash`.
   */
  chain: /* @__PURE__ */ z.looseObject({ previous: /* @__PURE__ */ z.nullable(hash), hash }),
});
export type ConsentEvent = z.infer<typeof ConsentEvent>;

/** Where an event stands at the server, and its countersignature over it. */
export const StoredConsent = /* @__PURE__ */ z.looseObject({
  /** 1, 2, 3 … within a record. */
  seq: count,
  recordedAt: Instant,
  recordedBy: line,
  facility: line,
  event: ConsentEvent,
  /**
   * Hash over the head before, `seq`, `recordedAt`, `recordedBy`, `facility` and the event's hash: the chain of the
   * record's events.
   */
  head: hash,
  /** Signature of the server over `head`; `key` names the public key (`GET /v1/metadata`). */
  countersignature: /* @__PURE__ */ z.optional(
    /* @__PURE__ */ z.looseObject({
      algorithm: /* @__PURE__ */ z.literal('Ed25519'),
      key: code,
      signature: /* @__PURE__ */ upTo(200),
    }),
  ),
});
export type StoredConsent = z.infer<typeof StoredConsent>;
