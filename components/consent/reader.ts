/** The Vietnamese voice that works on this device. A voice of a service would send the text away. */
export const localVoice = (): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ localService, lang }) => localService && /^vi\b/i.test(lang.replace('_', '-')));

/** Reads texts aloud, one after the other. */
export class Reader {
  #turn = 0;
  readonly #onChange: () => void;
  isReading = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Resolves to whether all of it was read to the end. */
  async read(texts: readonly string[]): Promise<boolean> {
    this.stop();
    const voice = localVoice();
    if (!voice) return false;
    const turn = ++this.#turn;
    this.#become(true);
    for (const text of texts) {
      if (!(await speak(text, voice)) || turn !== this.#turn) {
        if (turn === this.#turn) this.#become(false);
        return false;
      }
    }
    this.#become(false);
    return true;
  }

  stop(): void {
    if (!this.isReading) return;
    this.#turn++;
    globalThis.speechSynthesis.cancel();
    this.#become(false);
  }

  #become(isReading: boolean): void {
    this.isReading = isReading;
    this.#onChange();
  }
}

function speak(text: string, voice: SpeechSynthesisVoice): Promise<boolean> {
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => resolve(true);
    words.onerror = () => resolve(false);
    globalThis.speechSynthesis.speak(words);
  });
}
