import { fixture, html, waitUntil } from '@open-wc/testing';
import type { QueueItem } from '../../src/client/index.ts';
import { deep } from '../testing.ts';
import { SyncStatusElement } from './index.ts';
import type { SyncLists } from './index.ts';
import type { FakeCarrier } from './fake-carrier.ts';
import { FakeSync } from './testing.ts';
import type { FakeVault } from './testing.ts';

/** The status of a queue on the page, drawn. */
export async function statusOf(
  sync: FakeSync,
  more: { open?: boolean; vault?: FakeVault; carrier?: FakeCarrier } = {},
): Promise<SyncStatusElement> {
  SyncStatusElement.define();
  const element = await fixture<SyncStatusElement>(
    html`<hssk-sync-status
      .sync=${sync}
      .vault=${more.vault}
      .carrier=${more.carrier}
      ?open=${more.open}
    ></hssk-sync-status>`,
  );
  await waitUntil(() => element.shadowRoot!.querySelector('#toggle, .failure'));
  if (more.open) await waitUntil(() => deep(element.shadowRoot!, '[data-list=files]'));
  return element;
}

export const inStatus = <E extends HTMLElement = HTMLElement>(
  element: SyncStatusElement,
  selector: string,
): E => deep<E>(element.shadowRoot!, selector)!;
export const listsOf = (element: SyncStatusElement): SyncLists =>
  inStatus<SyncLists>(element, 'hssk-sync-lists');
export const words = (node: Node): string => node.textContent!.replace(/\s+/g, ' ').trim();
export const items = (element: SyncStatusElement): string[] =>
  [...(listsOf(element).shadowRoot!.querySelectorAll('[data-id]') ?? [])].map(words);

/** A status with one item in each kind of trouble, its list open. */
export async function withTrouble(
  ...attention: QueueItem[]
): Promise<{ element: SyncStatusElement; sync: FakeSync }> {
  const sync = new FakeSync({ attention: attention.length, waiting: 1 });
  sync.lists.attention.push(...attention);
  const element = await statusOf(sync, { open: true });
  await waitUntil(() => items(element).length === attention.length);
  return { element, sync };
}
