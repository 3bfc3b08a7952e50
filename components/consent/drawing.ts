import type SignaturePad from 'signature_pad';

const mostLetters = 18_000;

/** A place to sign with finger, pen or mouse; the library for it is loaded when it is wanted. */
export class Drawing {
  #pad: SignaturePad | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #isReal = false;
  readonly #resized = new ResizeObserver(() => this.#fit());
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Draws on this canvas from now on; rejects where the library cannot be loaded. */
  async begin(canvas: HTMLCanvasElement): Promise<void> {
    if (this.#canvas === canvas) return;
    this.stop();
    this.#canvas = canvas;
    const { default: Pad } = await import('signature_pad');
    if (this.#canvas !== canvas) return;
    // Ink and paper are the same in every theme: a signature is shown and printed dark on light.
    this.#pad = new Pad(canvas, {
      penColor: '#10243c',
      backgroundColor: '#ffffff',
      minWidth: 1,
      maxWidth: 3,
    });
    this.#pad.addEventListener('endStroke', (event) => {
      this.#isReal ||= (event as CustomEvent<{ event: Event }>).detail.event.isTrusted;
      this.#onChange();
    });
    this.#resized.observe(canvas);
    this.#fit();
  }

  /** Strokes as SVG path data; empty where nobody drew. */
  get path(): string {
    if (!this.#pad || !this.#isReal) return '';
    const strokes = this.#pad.toData().map(({ points }) => points);
    const all = strokes.flat().length;
    // A long scribble is thinned out evenly.
    const step = Math.max(1, Math.ceil((all * 10) / mostLetters));
    return strokes
      .map((points) => points.filter((_, at) => at % step === 0 || at === points.length - 1))
      .map((points) => points.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join('L'))
      .map((points) => `M${points}`)
      .join('')
      .slice(0, mostLetters);
  }

  clear(): void {
    this.#pad?.clear();
    this.#isReal = false;
    this.#onChange();
  }

  stop(): void {
    this.#resized.disconnect();
    this.#pad?.off();
    this.#pad = this.#canvas = undefined;
    this.#isReal = false;
  }

  /** One dot of the canvas for each of the screen, what is drawn kept. */
  #fit(): void {
    const [pad, canvas] = [this.#pad, this.#canvas];
    if (!pad || !canvas?.offsetWidth) return;
    const ratio = Math.max(devicePixelRatio, 1);
    const [width, height] = [canvas.offsetWidth * ratio, canvas.offsetHeight * ratio].map(Math.round);
    if (canvas.width === width && canvas.height === height) return;
    const drawn = pad.toData();
    canvas.width = width!;
    canvas.height = height!;
    canvas.getContext('2d')!.scale(ratio, ratio);
    pad.fromData(drawn);
  }
}
