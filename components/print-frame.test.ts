import { assert, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Printer } from './print-frame.ts';
import type { PrintJob } from './print-frame.ts';

class Desk extends LitElement {
  readonly sent: string[] = [];
  send = (frame: Window): void => void this.sent.push(frame.document.body.textContent);
  readonly printer = new Printer(this, { send: (frame) => this.send(frame) });
}
customElements.define('test-print-desk', Desk);

const job = (text: string): PrintJob => ({
  css: 'p { color: rgb(1, 2, 3) }',
  write: (page) => page.body.append(Object.assign(page.createElement('p'), { textContent: text })),
});
const desk = (): Promise<Desk> => fixture<Desk>(html`<test-print-desk></test-print-desk>`);
const frames = (element: Desk): HTMLIFrameElement[] => [...element.renderRoot.querySelectorAll('iframe')];

it('hands over the document that was written, with its own style, seen by nobody', async () => {
  const element = await desk();
  assert.isTrue(await element.printer.print(job('Mẫu')));
  assert.deepEqual(element.sent, ['Mẫu']);
  const [frame] = frames(element);
  const { color } = frame!.contentWindow!.getComputedStyle(frame!.contentDocument!.querySelector('p')!);
  assert.equal(color, 'rgb(1, 2, 3)');
  assert.isAtMost(frame!.getBoundingClientRect().width, 1);
  assert.equal(getComputedStyle(frame!).opacity, '0');
  assert.equal(frame!.getAttribute('aria-hidden'), 'true');
  assert.equal(frame!.tabIndex, -1);
});

it('nothing of it stays when it is on paper', async () => {
  const element = await desk();
  await element.printer.print(job('Mẫu'));
  frames(element)[0]!.contentWindow!.dispatchEvent(new Event('afterprint'));
  assert.deepEqual(frames(element), []);
});

it('nothing of it stays when the next is printed or the element leaves', async () => {
  const element = await desk();
  await element.printer.print(job('Mẫu'));
  await element.printer.print(job('Ví Dụ'));
  assert.deepEqual(
    frames(element).map((frame) => frame.contentDocument!.body.textContent),
    ['Ví Dụ'],
  );
  element.remove();
  assert.deepEqual(frames(element), []);
});

it('says that it could not be printed, and nothing of it stays', async () => {
  const element = await desk();
  element.send = () => {
    throw new Error('no print');
  };
  assert.isFalse(await element.printer.print(job('Mẫu')));
  const broken: PrintJob = {
    css: '',
    write: (page) => {
      page.body.textContent = 'Mẫu';
      throw new Error('no document');
    },
  };
  assert.isFalse(await element.printer.print(broken));
  assert.deepEqual(frames(element), []);
});
