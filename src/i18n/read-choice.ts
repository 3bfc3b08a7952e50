import { readLine, repeatsLabel, type ReadContext, type Reading } from './reading.ts';
import { balanced, cleanText, fold, narrow } from './text.ts';

/** A choice of a closed list and the words that say it. */
export interface ChoiceOption {
  code: string;
  words: readonly string[];
}
export interface ChoiceContext extends ReadContext {
  options: readonly ChoiceOption[];
}

/** Words as they are compared: small letters, no brackets behind the start, signs close up: "Rh (-)" = "rh-", "(-)" is not "-". */
const plain = (text: string): string =>
  narrow(text)
    .toLowerCase()
    .replace(/(?!^\()[().…]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[+-])/g, '')
    .trim();

/** Every wording with its code; words written wholly without accents count too, wrong accents do not ("năm" is not "nam"). */
const wordings = (options: readonly ChoiceOption[]): Map<string, string> =>
  new Map(
    options.flatMap(({ code, words }) =>
      words.flatMap(
        (word) =>
          [
            [fold(plain(word)), code],
            [plain(word), code],
          ] as const,
      ),
    ),
  );

/** A box or brackets without a tick: what stands before it was not chosen ("Có ( )", "Có ☐"). */
const emptyBox = /[\u25a1\u2610]|[([]\s*[)\]]/;

interface Match {
  code: string;
  end: number;
}

/** The longest wording that begins at a place of the line and ends with a word. */
function matchAt(line: string, start: number, known: Map<string, string>): Match | undefined {
  const signs = narrow(line);
  const box = signs.slice(start).search(emptyBox);
  for (let end = Math.min(line.length, start + 80); end > start; end--) {
    // Not within a word or between two signs ("+/-").
    if (/^(?:[\s(]|.[\p{L}\p{N}]|[+-]\s*[+/-])/u.test(signs.slice(end - 1))) continue;
    if (box >= 0 && !signs.slice(end, start + box).trim()) continue;
    const said = line.slice(start, end);
    const code = known.get(plain(said));
    if (code !== undefined && balanced(said)) return { code, end };
  }
  return undefined;
}

/** The first wording, behind words that repeat the label at most. */
function firstMatch(line: string, ctx: ChoiceContext, known: Map<string, string>): Match | undefined {
  let start = 0;
  const said: string[] = [];
  for (const word of line.matchAll(/[^\s:]+[\s:]*/g)) {
    const match = matchAt(line, start, known);
    if (match) return match;
    said.push(fold(word[0]).replace(/[^\p{L}\p{N}\p{S}()[\]]/gu, ''));
    start += word[0].length;
    if (!repeatsLabel(said, ctx.label)) return undefined;
  }
  return undefined;
}

/** A wording that is the whole text wins over clear words and dashes ("không", "-" where the list has them). */
const whole = (text: string, known: Map<string, string>): string | undefined =>
  emptyBox.test(narrow(text)) ? undefined : known.get(plain(cleanText(text, false)));

/** One of a closed list (sex, blood group, toilet). Other text, and text that names two of them, stays unread. */
export function readChoice(text: string, ctx: ChoiceContext): Reading<string> {
  const known = wordings(ctx.options);
  const value = whole(text, known);
  if (value !== undefined) return { value };
  return readLine(text, ctx, {}, (line) => {
    const first = firstMatch(line, ctx, known);
    if (!first) return undefined;
    const signs = narrow(line);
    for (let at = first.end; at < line.length && at < 300; at++) {
      if (/[\s)]/.test(signs[at]!) || /[\p{L}\p{N}]/u.test(signs[at - 1]!)) continue;
      const other = matchAt(line, at, known);
      if (other && other.code !== first.code) return undefined;
    }
    return { value: first.code, rest: line.slice(first.end) };
  });
}

/** The boxes of a printed row that a text names, in its order, each once; what follows is a note. */
export function readBoxes(text: string, ctx: ChoiceContext): Reading<string[]> {
  const known = wordings(ctx.options);
  const value = whole(text, known);
  if (value !== undefined) return { value: [value] };
  return readLine(text, ctx, {}, (line) => {
    let match = firstMatch(line, ctx, known);
    if (!match) return undefined;
    const codes = new Set<string>();
    let end = 0;
    for (
      ;
      match;
      match = matchAt(line, end + /^(?:[\s,;:./&+–—-]|và\s)*/i.exec(line.slice(end))![0].length, known)
    ) {
      codes.add(match.code);
      end = match.end;
    }
    return { value: [...codes], rest: line.slice(end) };
  });
}
