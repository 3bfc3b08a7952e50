import type { Notice } from '../notices.ts';

/** To adults and representatives, in English; the Vietnamese text counts. */
export const noticeEn202611: Notice = {
  id: 'health-record',
  version: '2026-11',
  language: 'en',
  audience: 'adult',
  from: '2026-11-01',
  translationOf: { id: 'health-record', version: '2026-11' },
  parts: [
    {
      code: 'controller',
      title: 'Who is responsible',
      text: [
        'Data controller: {controller}',
        'Whom to ask about data protection: {protectionContact}',
        'In this text, “you” are the person whose record it is, or who represents that person.',
        'This is a translation. The Vietnamese text counts.',
      ],
    },
    { code: 'processors', title: 'Who works on its behalf', text: ['{processors}'] },
    { code: 'data', title: 'Which information is used', text: ['{data}'] },
    {
      code: 'sensitive',
      title: 'This is sensitive personal data',
      text: [
        'Health information is sensitive personal data. If it leaks, you may be harmed. The law asks for stricter protection.',
        'Sensitive data here: {sensitiveData}',
      ],
    },
    { code: 'purposes', title: 'What it is used for', text: ['{purposes}'] },
    { code: 'recipients', title: 'Who receives it', text: ['{recipients}'] },
    {
      code: 'period',
      title: 'How long and where it is kept',
      text: ['{period}', 'Where the data lies: {country}'],
    },
    {
      code: 'automated',
      title: 'Judgement by a computer',
      text: [
        'Some of this is done by a computer alone. It compares the record with rules and gives hints to those who examine you. It decides nothing.',
        'You may stay out of it and ask that a person looks at the record.',
      ],
    },
    {
      code: 'rights',
      title: 'Your rights',
      text: [
        'To know how your information is used and who opened the record.',
        'To read it, to get a copy, to have mistakes corrected.',
        'To ask that it be erased or its use be limited, and to object, unless a law says otherwise.',
        'To ask for protection, to complain, to go to court and to claim damages.',
        'The facility answers within 2 working days and acts within the terms of decree 356/2025/NĐ-CP.',
      ],
    },
    {
      code: 'obligations',
      title: 'Your obligations',
      text: [
        'To give true and complete information as the law asks.',
        'To look after your own data, and to respect and look after that of others.',
        'To follow the law on personal data protection and help to prevent breaches.',
      ],
    },
    {
      code: 'withdrawal',
      only: 'consent',
      title: 'You decide, and may change your mind',
      text: [
        'You answer for each purpose by itself. Not answering is not a yes.',
        'You may withdraw at any time: under “My consent”, by telling the facility, or through: {protectionContact}',
        'When you withdraw, it stops at once. What was rightly done before remains valid.',
      ],
    },
    {
      code: 'withdrawal',
      only: 'notice',
      title: 'What the law asks for',
      text: [
        'The law obliges the facility to do some of this, so it tells you and does not ask for a decision. These uses cannot be stopped by a request.',
        'You may still ask, object to mistakes and have them corrected. Contact: {protectionContact}',
      ],
    },
    {
      code: 'consequences',
      title: 'What may happen',
      text: [
        'A full record makes care safer. Where something is missing, those who examine you may not know of an allergy or an earlier illness.',
        'Nobody is refused care for saying no to a use that is optional.',
        'Although it is protected, information may leak by accident. The facility then reports it as the law says.',
      ],
    },
    {
      code: 'complaint',
      title: 'If you are not satisfied',
      text: [
        'First contact: {protectionContact}',
        'You may complain to the data protection authority under the Ministry of Public Security or to the Department of Health, or go to court.',
      ],
    },
  ],
  labels: {
    basis: 'Legal basis: {text}',
    retention: '{title}: {text}',
    necessary: 'Done because a law asks for it',
    optional: 'For you to choose',
    onRequest: 'Done only on your request',
    none: 'None.',
    unknown: 'Not stated.',
  },
  buttons: {
    agree: 'Agree',
    decline: 'Do not agree',
    later: 'Decide later',
    understood: 'I have read this',
    confirm: 'Confirm',
    back: 'Back',
    close: 'Close',
  },
};
