/** MAY WE? Purposes, who decides, what holds, the proof of it, and the words people are shown. Pure: time is passed in. */
export { agreementWords, checkNotice, checkPurpose, checkSettings } from './check.ts';
export type { NoticeFlaw, PurposeFlaw, SettingsFlaw } from './check.ts';
export { dataCategories } from './data/categories.ts';
export type { DataCategory } from './data/categories.ts';
export { defaultNotices } from './data/notices.ts';
export { agePolicies } from './data/policies.ts';
export { defaultPurposes } from './data/purposes.ts';
export { defaultRelations } from './data/relations.ts';
export { requestTerms } from './data/terms.ts';
export { whoDecides } from './deciders.ts';
export type {
  AgePolicy,
  AgeRule,
  Capacity,
  DeciderAnswer,
  DeciderQuestion,
  DeciderReason,
  DecidingRole,
} from './deciders.ts';
export {
  canonicalText,
  chainTip,
  eventHash,
  ledgerHead,
  sealEvent,
  signHead,
  textHash,
  verifyHead,
} from './evidence.ts';
export type { LedgerRow, UnsealedEvent } from './evidence.ts';
export { foldConsents } from './fold.ts';
export type { FoldOptions, KnownPerson } from './fold.ts';
export { whatIsMissing } from './missing.ts';
export type { BlockedPurpose, Missing, MissingQuestion } from './missing.ts';
export { noticeEvidence, noticeFor, noticeText, renderNotice } from './notices.ts';
export type {
  ConsentSettings,
  Notice,
  NoticeBlock,
  NoticeButton,
  NoticeEvidence,
  NoticeLabel,
  NoticePart,
  NoticeSection,
} from './notices.ts';
export { isAutomated, isSoundPurpose, overridePurpose } from './purposes.ts';
export type { DecisionAct, NoticeLanguage, Purpose, PurposeWords } from './purposes.ts';
export type { AnyConsent, EvidenceFlaw, FlawCode } from './read.ts';
export { needsGround, relationsFor, representativeTypeOf } from './relations.ts';
export type { Relation, RelationWords } from './relations.ts';
export { answerFlaw, foldRequests, outcomeOf, outcomesFor, requestTypeOf } from './request-states.ts';
export type { AnswerFlaw, RequestOutcome, RequestStanding, RequestState } from './request-states.ts';
export { requestDates } from './requests.ts';
export type { RequestDateOptions, RequestDates, RequestTerm, RequestType } from './requests.ts';
export type { ConsentState, Standing } from './standing.ts';
export { mayUse } from './use.ts';
export type { ConsentActor, UseAnswer, UseReason } from './use.ts';
export { verifyEvents } from './verify.ts';
export type { VerifyOptions } from './verify.ts';
