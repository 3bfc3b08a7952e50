import { assert, waitUntil } from '@open-wc/testing';
import type { ConsentPrompt } from './consent-prompt.ts';
import { inside, pick, press, promptOf, purposesOf, rootOf, titleOf } from './testing.ts';

interface Voice {
  readonly lang: string;
  readonly localService: boolean;
}
interface Spoken {
  readonly text: string;
  readonly voice: Voice;
  onend?(): void;
  onerror?(): void;
}

/** The browser's speech: which voices it has, what it was given to speak, and whether it was told to be quiet. */
class Speech {
  voices: Voice[] = [];
  readonly spoken: Spoken[] = [];
  cancelled = 0;
  readonly #undo: (() => void)[] = [];

  constructor() {
    const { speechSynthesis } = globalThis;
    this.#put(speechSynthesis, 'getVoices', () => this.voices);
    this.#put(speechSynthesis, 'speak', (spoken: Spoken) => this.spoken.push(spoken));
    this.#put(speechSynthesis, 'cancel', () => this.cancelled++);
    this.#put(
      globalThis,
      'SpeechSynthesisUtterance',
      class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    );
  }

  #put(target: object, name: string, value: unknown): void {
    const own = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, value });
    this.#undo.push(() => {
      if (own) Object.defineProperty(target, name, own);
      else Reflect.deleteProperty(target, name);
    });
  }

  restore(): void {
    for (const undo of this.#undo) undo();
  }
}

const purposes = purposesOf('record', 'reminders');
const remote: Voice = { lang: 'vi-VN', localService: false };
const english: Voice = { lang: 'en-US', localService: true };
const local: Voice = { lang: 'vi_VN', localService: true };

let speech: Speech;
beforeEach(() => {
  speech = new Speech();
});
afterEach(() => speech.restore());

async function notice(): Promise<ConsentPrompt> {
  const { prompt } = await promptOf({ purposes });
  await press(prompt, '#next');
  await pick(prompt, 'Tự đọc được');
  await press(prompt, '#next');
  return prompt;
}
const isOffered = (prompt: ConsentPrompt): boolean => rootOf(prompt).querySelector('#voice') !== null;

it('reads aloud only by a voice of this device, and only Vietnamese', async () => {
  const prompt = await notice();
  for (const [voices, offered] of [
    [[], false],
    [[remote], false],
    [[english], false],
    [[remote, english], false],
    [[remote, local, english], true],
  ] as const) {
    speech.voices = [...voices];
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    await prompt.updateComplete;
    assert.equal(isOffered(prompt), offered, JSON.stringify(voices));
  }
  await press(prompt, '#voice');
  assert.lengthOf(speech.spoken, 1);
  assert.equal(speech.spoken[0]!.voice, local, 'a voice of a service would send the text away');
});

it('is not offered in English, whatever voices there are', async () => {
  speech.voices = [local, english];
  const { prompt } = await promptOf({ purposes, locale: 'en' });
  await waitUntil(() => titleOf(prompt) === 'Who decides?');
  await press(prompt, '#next');
  await pick(prompt, 'Reads alone');
  await press(prompt, '#next');
  assert.isNotNull(rootOf(prompt).querySelector('[data-notice]'));
  assert.isFalse(isOffered(prompt));
});

it('reads part after part, and says nothing more once it is stopped, left or taken away', async () => {
  speech.voices = [local];
  for (const [how, end] of [
    ['stopped', (prompt: ConsentPrompt) => press(prompt, '#voice')],
    ['back', (prompt: ConsentPrompt) => press(prompt, '#back')],
    ['closed', (prompt: ConsentPrompt) => press(prompt, '#leave')],
    ['removed', async (prompt: ConsentPrompt) => prompt.remove()],
  ] as const) {
    const prompt = await notice();
    speech.spoken.length = speech.cancelled = 0;
    await press(prompt, '#voice');
    assert.include(inside(prompt, '#voice').textContent, 'Dừng đọc', how);
    speech.spoken[0]!.onend!();
    await prompt.updateComplete;
    await Promise.resolve();
    assert.lengthOf(speech.spoken, 2, how);
    assert.notEqual(speech.spoken[0]!.text, speech.spoken[1]!.text);
    await end(prompt);
    assert.equal(speech.cancelled, 1, how);
    // What the browser had begun tells its end all the same.
    speech.spoken[1]!.onend!();
    await new Promise((done) => setTimeout(done));
    assert.lengthOf(speech.spoken, 2, how);
    prompt.remove();
  }
});
