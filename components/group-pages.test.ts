import { assert, waitUntil } from '@open-wc/testing';
import type { CoverageGroup } from '../src/client/index.ts';
import { GroupPages } from './group-pages.ts';

const group = (n: number): CoverageGroup => ({
  ...{ group: `g${n}`, kind: 'hamlet', name: `Thôn Mẫu ${n}` },
  ...{ expected: 1, captured: 0, missing: 1 },
});

async function* groups(count: number, before: Promise<unknown> = Promise.resolve()) {
  for (let n = 0; n < count; n++) {
    await before;
    yield group(n);
  }
}

function pages() {
  const codes: string[] = [];
  const made = new GroupPages(
    () => {},
    (code) => codes.push(code),
  );
  return { made, codes };
}

it('reads twenty at a time, and says whether there are more', async () => {
  const { made } = pages();
  made.pick('hamlet', groups(25));
  await waitUntil(() => made.found);
  assert.lengthOf(made.found!, 20);
  assert.isTrue(made.isMore);
  await made.more();
  assert.deepEqual(
    made.found!.map((each) => each.group),
    Array.from({ length: 25 }, (_, n) => `g${n}`),
  );
  assert.isFalse(made.isMore);
});

it('what another choice has overtaken is of no account', async () => {
  const { made } = pages();
  let arrive: (nothing?: undefined) => void = () => {};
  const slow = new Promise<undefined>((resolve) => (arrive = resolve));
  made.pick('commune', groups(3, slow));
  made.pick('hamlet', groups(1));
  await waitUntil(() => made.found);
  arrive();
  await slow;
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(made.by, 'hamlet');
  assert.lengthOf(made.found!, 1);
});

it('tells the code of what went wrong, and reads on only at another choice', async () => {
  const { made, codes } = pages();
  const error = Object.assign(new Error('lost'), { code: 'network.failed' });
  made.pick('hamlet', groups(3, Promise.reject(error)));
  await waitUntil(() => codes.length);
  assert.deepEqual(codes, ['network.failed']);
  assert.isUndefined(made.found);
  assert.isFalse(made.isMore);
  await made.more();
  assert.lengthOf(codes, 1);
  made.pick('hamlet', groups(3));
  await waitUntil(() => made.found);
  assert.lengthOf(made.found!, 3);
});
