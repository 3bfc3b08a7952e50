import type { ConsentEvent, Decider } from '../../src/schema/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { PrintJob } from '../print-frame.ts';
import { grounds } from './answers.ts';
import { say } from './words.ts';

/** One decision on a receipt. */
export interface ReceiptEntry {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The very words that were on screen; empty where only their hash is known. */
  readonly shown: string;
}

/** A receipt as plain words: drawn, printed and saved from the same. */
export interface Receipt {
  readonly language: string;
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly entries: readonly ReceiptEntry[];
  readonly shownLabel: string;
  readonly contact: string;
}

/** What one event is called and how it was decided, and the text shown for it. */
export interface ReceiptSource {
  readonly event: ConsentEvent;
  readonly title: string;
  readonly decision: string;
  readonly shown: string;
}

/** Time of day and date where the person is. */
export function timeWords(instant: string): string {
  const at = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${two(at.getHours())}:${two(at.getMinutes())} ${formatDate(day)}`;
}

/** The receipt of the decisions of one prompt. */
export function receiptOf(words: PromptWords, name: string, sources: readonly ReceiptSource[]): Receipt {
  const { ui } = words;
  const first = sources[0]?.event;
  const { controller, collector } = first ?? {};
  const contact = [controller?.name, controller?.protectionContact ?? controller?.contact]
    .filter(Boolean)
    .join(', ');
  return {
    language: words.locale,
    title: ui.receiptTitle,
    facts: facts([
      [ui.receiptFor, name],
      [ui.receiptAt, first ? timeWords(first.decidedAt) : ''],
      [ui.receiptBy, [collector?.user, collector?.facility].filter(Boolean).join(', ')],
    ]),
    entries: sources.map((source) => entryOf(words, source)),
    shownLabel: ui.receiptShown,
    contact: contact ? say(words, 'receiptContact', { contact }) : '',
  };
}

function entryOf(words: PromptWords, { event, title, decision, shown }: ReceiptSource): ReceiptEntry {
  const { ui } = words;
  const { decidedBy, notice, signatures, basis, retention, validTo } = event;
  const method = signatures?.[0]?.form;
  return {
    title,
    facts: facts([
      ...decidedBy.map(
        ({ role, name, relationWords }) =>
          [ui[`by_${role}`], relationWords ? `${name} (${relationWords})` : name] as const,
      ),
      [ui.groundOf, groundOf(words, decidedBy)],
      [ui.decision, decision],
      [ui.law, basis?.reference ?? ''],
      [
        ui.howLong,
        [retention, validTo && say(words, 'validTo', { date: formatDate(validTo) })]
          .filter(Boolean)
          .join(' '),
      ],
      [ui.receiptConfirmed, method ? methodWords(words, method) : ''],
      [ui.receiptText, notice ? `${notice.id} ${notice.version}` : ''],
      [ui.receiptEvent, event.id],
      [ui.receiptHash, notice?.shownHash ?? ''],
    ]),
    shown,
  };
}

function groundOf({ ui }: PromptWords, decidedBy: readonly Decider[]): string {
  const { ground, groundWords } = decidedBy.find((decider) => decider.ground) ?? {};
  const known = grounds.find((each) => each === ground);
  return [known ? ui[`ground_${known}`] : ground, groundWords].filter(Boolean).join('. ');
}

const facts = (all: readonly (readonly [string, string])[]): (readonly [string, string])[] =>
  all.filter(([, value]) => value !== '');

const methodWords = ({ ui }: PromptWords, form: string): string =>
  form === 'drawn' || form === 'typed' || form === 'button' || form === 'fingerprint'
    ? ui[`method_${form}`]
    : form;

const sheet =
  ':root{color-scheme:light}body{color:#000;background:#fff;overflow-wrap:anywhere;font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:1em auto;padding:0 1em}' +
  'dt{color:#444}dd{margin:0 0 .4em;font-weight:600;overflow-wrap:anywhere}section{border-top:1px solid #888;break-inside:avoid-page}' +
  'pre{white-space:pre-wrap;font:14px/1.5 system-ui,sans-serif}';

/** Fills a document with a receipt. Words go in as text only. */
export function writeReceipt(to: Document, receipt: Receipt): void {
  const add = (parent: Element, tag: string, text = ''): Element => {
    const element = to.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  };
  const list = (parent: Element, of: Receipt['facts']): void => {
    const dl = add(parent, 'dl');
    for (const [label, value] of of) {
      if (label) add(dl, 'dt', label);
      add(dl, 'dd', value);
    }
  };
  to.documentElement.lang = receipt.language;
  to.title = receipt.title;
  add(to.body, 'h1', receipt.title);
  list(to.body, receipt.facts);
  for (const { title, facts: own, shown } of receipt.entries) {
    const section = add(to.body, 'section');
    add(section, 'h2', title);
    list(section, own);
    if (!shown) continue;
    add(section, 'h3', receipt.shownLabel);
    add(section, 'pre', shown);
  }
  add(to.body, 'p', receipt.contact);
}

/** A receipt as one page of HTML that needs nothing else. */
export function receiptFile(receipt: Receipt): Blob {
  const page = document.implementation.createHTMLDocument('');
  writeReceipt(page, receipt);
  const { lang } = page.documentElement;
  // The sheet is no part of the inert page: a strict policy of the host would report it there.
  const head = `<meta charset="utf-8">${page.head.innerHTML}<style>${sheet}</style>`;
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head>${page.body.outerHTML}</html>`;
  return new Blob([html], { type: 'text/html' });
}

/** A receipt to be printed alone, without the page around it. */
export const receiptJob = (receipt: Receipt): PrintJob => ({
  css: sheet,
  write: (page) => writeReceipt(page, receipt),
});
