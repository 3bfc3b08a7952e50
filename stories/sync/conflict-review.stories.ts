import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ConflictReview } from '../../components/index.ts';
import { FakeSync } from '../../components/sync/testing.ts';
import type { Conflict } from '../../src/client/index.ts';
import { personConflict, recordConflict } from './samples.ts';

export default { title: 'Sync/Conflict review' } satisfies Meta;

interface Beside {
  readonly locale?: 'en';
  readonly theme?: 'dark';
  readonly width?: 'phone';
  readonly failing?: string;
  readonly act?: (review: ConflictReview) => Promise<void>;
}

function show(conflict: Conflict, beside: Beside = {}): StoryObj {
  const { act, failing, ...globals } = beside;
  return {
    globals,
    render: (_args, { globals: { locale, theme } }) => {
      const sync = new FakeSync();
      sync.conflicts = { [conflict.item.id]: conflict };
      if (failing) sync.failing['conflict'] = failing;
      return html`<hssk-conflict-review
        style="padding: 1rem; background: var(--hssk-color-surface)"
        locale=${locale}
        theme=${theme}
        item-id=${conflict.item.id}
        .sync=${sync}
      ></hssk-conflict-review>`;
    },
    play: async ({ canvasElement }) => {
      const review = canvasElement.querySelector('hssk-conflict-review')!;
      await waitFor(() => expect(review.shadowRoot!.querySelector('table, .person, .failure')).toBeTruthy());
      await act?.(review);
    },
  };
}

export const Record = show(recordConflict);
export const RecordNarrow = show(recordConflict, { width: 'phone' });
export const RecordDark = show(recordConflict, { theme: 'dark' });
export const RecordEnglish = show(recordConflict, { locale: 'en' });
export const NotReached = show(recordConflict, { failing: 'network.failed' });

/** The button that sends wakes up when the last place is decided. */
export const RecordDecided = show(recordConflict, {
  act: async (review) => {
    const button = review.shadowRoot!.querySelector<HTMLButtonElement>('#decide')!;
    await expect(button).toBeDisabled();
    for (const radio of review.shadowRoot!.querySelectorAll('input[value="mine"]'))
      await userEvent.click(radio);
    await waitFor(() => expect(button).toBeEnabled());
  },
});

export const Person = show(personConflict);
export const PersonNarrow = show(personConflict, { width: 'phone' });
export const PersonDark = show(personConflict, { theme: 'dark' });
export const PersonUnseen = show({ ...personConflict, kind: 'person', candidates: [] } as Conflict);

/** Merging two people is asked about once more. */
export const PersonAsked = show(personConflict, {
  act: async (review) => {
    await userEvent.click(review.shadowRoot!.querySelector('.same')!);
    await waitFor(() => expect(review.shadowRoot!.activeElement).toHaveClass('no'));
  },
});
