import { noticeText, textHash } from '../../src/consent/index.ts';
import type { NoticeBlock } from '../../src/consent/index.ts';
import type { ShownNotice } from '../../src/schema/index.ts';
import { isDrawn } from './attention.ts';
import type { Attention } from './attention.ts';
import type { NoticePage } from './plan.ts';

/** What of a page has been on screen. */
export interface Seen {
  /** The words that were on screen, in the order shown. */
  readonly blocks: readonly NoticeBlock[];
  /** Parts of which every word was. */
  readonly parts: readonly string[];
  /** The first words that are open and were not. */
  readonly unseen: Element | undefined;
  /** Words on the page differ from those of the notice. */
  readonly isAltered: boolean;
}

/** Compares the page with the blocks it should show. Only what stands in the page, word for word, and was seen counts. */
export function seenOf(root: ParentNode, blocks: readonly NoticeBlock[], attention: Attention): Seen {
  const sections = [...root.querySelectorAll('[data-block]')];
  const shown: NoticeBlock[] = [];
  const partly = new Set<string>();
  let unseen: Element | undefined;
  let isAltered = sections.length !== blocks.length;
  blocks.forEach((block, at) => {
    const wanted = [block.title, ...block.text].filter(Boolean);
    const lines = [...(sections[at]?.querySelectorAll('[data-said]') ?? [])];
    if (lines.length !== wanted.length || lines.some((line, n) => line.textContent !== wanted[n]))
      isAltered = true;
    const seen = lines.filter((line) => attention.hasSeen(line));
    unseen ??= lines.find((line) => !seen.includes(line) && !line.closest('details:not([open])'));
    if (seen.length < wanted.length) partly.add(block.code);
    if (seen.length === 0) return;
    const [title] = block.title && seen.includes(lines[0]!) ? [block.title] : [''];
    const text = seen.map((line) => line.textContent).slice(title ? 1 : 0);
    shown.push({ ...block, title, text });
  });
  const parts = [...new Set(blocks.map(({ code }) => code))].filter((code) => !partly.has(code));
  return { blocks: shown, parts, unseen, isAltered };
}

/** Evidence of what was on screen when something was answered, and the text it was made of. */
export function evidenceOf(given: {
  readonly page: NoticePage;
  readonly seen: Pick<Seen, 'blocks' | 'parts'>;
  /** Words of the buttons there were. */
  readonly labels: readonly string[];
  readonly at: string;
}): { shown: ShownNotice; text: string } {
  const { page, seen, labels, at } = given;
  const text = noticeText([...seen.blocks, { code: 'buttons', title: '', text: labels }]);
  const { id, version, language } = page.notice;
  return {
    text,
    shown: {
      id,
      version,
      language,
      masterHash: page.masterHash,
      shownHash: textHash(text),
      canonicalisation: 'NFC+LF',
      shownAt: at,
      parts: seen.parts.filter((code) => code !== 'purpose'),
    },
  };
}

/** Least side of a button that is easy to hit, px. */
const leastPx = 44;

/** Whether the two answers weigh the same on this screen: same box, same looks, both drawn and large enough. */
export function isFair(agree: Element, decline: Element): boolean {
  const [a, b] = [agree.getBoundingClientRect(), decline.getBoundingClientRect()];
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return false;
  // Half a pixel is lost where a page is zoomed.
  if (Math.min(a.width, a.height) < leastPx - 0.5) return false;
  if (!isDrawn(agree) || !isDrawn(decline)) return false;
  const [one, other] = [getComputedStyle(agree), getComputedStyle(decline)];
  return (
    ['color', 'backgroundColor', 'opacity', 'fontSize', 'fontWeight', 'filter', 'clipPath'] as const
  ).every((name) => one[name] === other[name]);
}
