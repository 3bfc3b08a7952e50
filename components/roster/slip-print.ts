import type { ConsentSettings, Purpose } from '../../src/consent/index.ts';
import type { Member } from '../../src/client/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { RosterConsentWords } from '../../src/i18n/roster.ts';
import type { PrintJob } from '../print-frame.ts';
import { decidersOf, slipPage } from './slip.ts';
import type { SlipPage } from './slip.ts';

/** What the slips of a class say. */
export interface SlipsQuestion {
  readonly settings: ConsentSettings;
  readonly purpose: Purpose;
  readonly members: readonly Member[];
  readonly place: string | undefined;
  /** Day on which they are given out, `YYYY-MM-DD`. */
  readonly day: string;
  /** The Vietnamese words: parents get the text that counts. */
  readonly words: RosterConsentWords;
}

const sheet = `
@page { size: A5; margin: 9mm; }
body { margin: 0; font: 9.5pt/1.35 'Times New Roman', 'Noto Serif', serif; color: #000; }
article { break-after: page; }
article:last-child { break-after: auto; }
h1 { margin: 0 0 2mm; font-size: 11.5pt; text-align: center; }
h2 { margin: 2.2mm 0 0.6mm; font-size: 9.5pt; }
p { margin: 0 0 0.8mm; }
.who { margin: 2mm 0; padding: 1.5mm 2mm; border: 0.3mm solid #000; }
.answer { break-inside: avoid; margin-top: 3mm; padding-top: 2mm; border-top: 0.4mm solid #000; }
.boxes { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; margin: 2mm 0; }
.box { display: flex; align-items: center; gap: 3mm; min-height: 9mm; padding: 1mm 3mm; border: 0.4mm solid #000; }
.box::before { content: ''; flex: none; width: 5mm; height: 5mm; border: 0.4mm solid #000; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 6mm; }
.line { border-bottom: 0.2mm dotted #000; min-height: 6mm; }
.line.tall { min-height: 14mm; }
`;

type Maker = (tag: string, parent: Element, text?: string, className?: string) => HTMLElement;

const makerOf =
  (page: Document): Maker =>
  (tag, parent, text, className) => {
    const element = page.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    parent.append(element);
    return element;
  };

/** Writes one slip a pupil into a page: who, the notice word for word, two equal boxes, and where to sign. */
export function writeSlips(page: Document, question: SlipsQuestion): void {
  const { settings, purpose, members, place, day, words } = question;
  const { ui } = words;
  const add = makerOf(page);
  const parent = slipPage(settings, purpose, 'adult', day);
  const child = slipPage(settings, purpose, 'child', day);
  page.documentElement.lang = 'vi';
  page.title = ui.slipTitle;
  if (!parent) return;
  for (const member of members) {
    const { deciders } = decidersOf(member, purpose, settings, day);
    const article = add('article', page.body);
    add('h1', article, ui.slipTitle);
    const who = [
      place,
      `${ui.slipPupil}: ${member.fullName}`,
      member.birthDate && `${ui.slipBirth}: ${formatDate(member.birthDate)}`,
      member.className && `${ui.slipClass}: ${member.className}`,
    ];
    add('p', article, who.filter(Boolean).join(' · '), 'who');
    writeNotice(add, article, parent);
    writeAnswer(add, article, parent, ui.slipAnswer, [
      ui.slipName,
      ui.slipRelation,
      ui.slipDate,
      ui.slipSignature,
    ]);
    if (!child || !deciders.includes('child')) continue;
    writeNotice(add, article, child);
    writeAnswer(add, article, child, ui.slipChild, [ui.slipDate, ui.slipSignatureChild]);
  }
}

function writeNotice(add: Maker, article: Element, { blocks }: SlipPage): void {
  for (const { title, text } of blocks) {
    if (title) add('h2', article, title);
    for (const line of text) add('p', article, line);
  }
}

function writeAnswer(
  add: Maker,
  article: Element,
  { labels }: SlipPage,
  lead: string,
  lines: readonly string[],
): void {
  const answer = add('section', article, undefined, 'answer');
  add('p', answer, lead);
  const boxes = add('div', answer, undefined, 'boxes');
  for (const label of labels) add('div', boxes, label, 'box');
  const sign = add('div', answer, undefined, 'sign');
  lines.forEach((line, at) => {
    add('div', sign, `${line}:`, at === lines.length - 1 ? 'line tall' : 'line');
  });
}

/** The slips to be printed alone, without the page around them. */
export const slipsJob = (question: SlipsQuestion): PrintJob => ({
  css: sheet,
  write: (page) => writeSlips(page, question),
});
