import type { Notice } from '../notices.ts';

/** To children from 7 years on, in English; the Vietnamese text counts. */
export const childNoticeEn202611: Notice = {
  id: 'health-record-child',
  version: '2026-11',
  language: 'en',
  audience: 'child',
  from: '2026-11-01',
  translationOf: { id: 'health-record-child', version: '2026-11' },
  parts: [
    {
      code: 'controller',
      title: 'Who keeps your health book',
      text: [
        'Your book is kept by: {controller}',
        'If you or your grown-ups want to ask something, call: {protectionContact}',
        'This is a translation. The Vietnamese text counts.',
      ],
    },
    { code: 'processors', title: 'Who helps them', text: ['{processors}'] },
    { code: 'data', title: 'What is in the book', text: ['{data}'] },
    {
      code: 'sensitive',
      title: 'This is private to you',
      text: [
        'How you are is sensitive data: it is very private. Others may not just look at it.',
        'Very private are: {sensitiveData}',
      ],
    },
    { code: 'purposes', title: 'What it is for', text: ['{purposes}'] },
    { code: 'recipients', title: 'Who gets it', text: ['{recipients}'] },
    {
      code: 'period',
      title: 'How long and where it is kept',
      text: ['{period}', 'Where it lies: {country}'],
    },
    {
      code: 'automated',
      title: 'A computer looks too',
      text: [
        'A computer looks at your book and gives the doctor hints. You can say no. Then only people look at it.',
      ],
    },
    {
      code: 'rights',
      title: 'What you may do',
      text: [
        'You may ask about anything you do not understand.',
        'You may see your book, and say when something is wrong.',
        'You may know who looked at your book.',
      ],
    },
    {
      code: 'obligations',
      title: 'What you should do',
      text: ['Tell the truth about how you are.', 'Do not tell others about the health of other children.'],
    },
    {
      code: 'withdrawal',
      only: 'consent',
      title: 'You may say yes or no',
      text: [
        'Yes and no are both fine. Nobody may force you. Saying nothing is not a yes.',
        'You may also change your mind. Tell your parents, a teacher or the doctor, or call: {protectionContact}',
      ],
    },
    {
      code: 'withdrawal',
      only: 'notice',
      title: 'What the doctor has to do',
      text: [
        'Some things the law tells the doctor to do. The doctor tells you about them.',
        'You may still ask, and say when something is wrong. Call: {protectionContact}',
      ],
    },
    {
      code: 'consequences',
      only: 'consent',
      title: 'What if you say no',
      text: [
        'The doctor looks after you all the same. Nobody will be angry with you.',
        'If something is missing in the book, the doctor may not know of an allergy or an earlier illness.',
      ],
    },
    {
      code: 'consequences',
      only: 'notice',
      title: 'What the book is good for',
      text: [
        'A full book makes it safer to look after you. Everybody is looked after.',
        'If something is missing in the book, the doctor may not know of an allergy or an earlier illness.',
      ],
    },
    {
      code: 'complaint',
      title: 'If something feels wrong',
      text: [
        'Tell your parents, a teacher or a grown-up you trust. You may also call: {protectionContact}',
        'You can call 111, the helpline for children. It costs nothing.',
      ],
    },
  ],
  labels: {
    basis: 'The law about this: {text}',
    retention: '{title}: {text}',
    necessary: 'What the law says has to be done',
    optional: 'For you to choose',
    onRequest: 'Done only when you and your grown-ups ask for it',
    none: 'Nobody.',
    unknown: 'Not stated.',
  },
  buttons: {
    agree: 'I agree',
    decline: 'I do not agree',
    later: 'Later',
    understood: 'I have read this',
    confirm: 'Done',
    back: 'Back',
    close: 'Close',
  },
};
