import { assert } from '@open-wc/testing';
import { viPrompt } from '../../src/i18n/consent.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import { loadPromptWords } from './words.ts';

const sentencesOf = (text: string): string[] =>
  text.split(/[.!?…:;]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part));
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const allOf = ({ ui }: PromptWords): string[] =>
  Object.values(ui).map((text) => text.replace(/\{\w+\}/g, 'Mẫu'));

// Nguyen and Henkin 1982: 2 · letters a word + 0.2 · words a sentence − 6.
function gradeVi(text: string): number {
  const words = wordsOf(text);
  const letters = words.join('').length / words.length;
  return 2 * letters + (0.2 * words.length) / sentencesOf(text).length - 6;
}

// Flesch and Kincaid.
function gradeEn(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        word
          .toLowerCase()
          .replace(/e$/, '')
          .match(/[aeiouy]+/g)?.length ?? 1,
      ),
    0,
  );
  return (0.39 * words.length) / sentencesOf(text).length + (11.8 * syllables) / words.length - 15.59;
}

it('speaks so that nine years of school are enough, in both languages', async () => {
  const en = await loadPromptWords('en');
  assert.isAtMost(gradeVi(allOf(viPrompt).join('. ')), 9);
  assert.isAtMost(gradeEn(allOf(en).join('. ')), 9);
  for (const words of [viPrompt, en])
    for (const text of allOf(words))
      for (const sentence of sentencesOf(text))
        assert.isAtMost(wordsOf(sentence).length, 30, `${words.locale}: ${sentence}`);
});

it('fills the same names in both languages', async () => {
  const en = await loadPromptWords('en');
  const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(viPrompt.ui))
    assert.deepEqual(names(en.ui[key as keyof PromptWords['ui']]), names(text), key);
});

it('says of no way to confirm without a certificate that it is worth a signature by hand', async () => {
  for (const { ui } of [viPrompt, await loadPromptWords('en')])
    for (const way of ['drawn', 'typed', 'button', 'otp', 'biometricMatch'] as const)
      assert.match(ui[`weight_${way}`], /không phải là chữ ký|is not a digital signature|is no signature/);
});

it('has Vietnamese for a language that does not come with the package', async () => {
  assert.equal(await loadPromptWords('fr'), viPrompt);
});
