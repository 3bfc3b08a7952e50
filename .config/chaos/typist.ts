/** A person who types records into the visible form, and goes on with the draft after each crash. */
import type { Page } from 'playwright-core';
import { getAt } from '../../src/schema/index.ts';
import type { HealthRecord, RecordDraft } from '../../src/schema/index.ts';
import { blankOf, pick, tick, write } from '../hosts/page.ts';
import type { Actor } from './in-page.ts';
import { leavesOf, newDeed, wrote } from './people.ts';
import type { Attempt, Deed } from './people.ts';

interface Shown {
  readonly id: string;
  readonly draft: RecordDraft;
  readonly state: string;
}

/** One record on its way from the paper into the form. */
interface Sheet {
  readonly deed: Deed;
  readonly lines: readonly Line[];
  /** The draft as the page last said it was saved. */
  saved: Shown | undefined;
  /** The place that is being written. */
  writing: string;
  /** Set once "send" was pressed. */
  attempt: Attempt | undefined;
}

interface Line {
  readonly path: string;
  readonly write: (page: Page) => Promise<void>;
}

function linesFor({ n, fullName, number }: Deed): readonly Line[] {
  const texts: readonly (readonly [path: string, text: string])[] = [
    ['administrative.fullName', fullName],
    ['administrative.birthDate', '19/3/1990'],
    ['administrative.identifiers.personal.number', number!],
    ['history.allergies.drug', `thuốc ${n}`],
    ['history.otherIssues', `gõ tay ${n}`],
  ];
  return [
    ...texts.map(([path, text]) => ({ path, write: (page: Page) => write(page, path, text) })),
    { path: 'administrative.sex', write: (page) => tick(page, 'administrative.sex', 'female') },
    {
      path: 'administrative.currentAddress.commune',
      write: (page) => pick(page, 'administrative.currentAddress.commune', 'chieng sung'),
    },
  ];
}

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const form = document.querySelector('hssk-record-form')!;
    const { id, draft } = form.capture;
    return { id, draft, state: form.saveState };
  });

const isIn = (page: Page, states: readonly string[]): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => wanted.includes(document.querySelector('hssk-record-form')!.saveState),
    states,
    { polling: 30 },
  );

/** Types sheets one after the other. `faults` = what a person would have complained about. */
export function createTypist(deeds: Deed[], wanted: number) {
  const faults: string[] = [];
  let sheet: Sheet | undefined;
  let begun = 0;
  let done = 0;
  let resumed = 0;

  const finish = (): void => {
    sheet!.attempt!.isCaptured = true;
    sheet = undefined;
    done++;
  };

  /** After a crash: what was saved has to be there, in the list of drafts or in the queue. */
  async function goOn(page: Page, actor: Pick<Actor, 'drafts' | 'entry'>): Promise<void> {
    const { saved, attempt, deed, writing } = sheet!;
    const drafts = await actor.drafts();
    // What was on disk before the page could say so stands in the list too.
    const id = saved?.id ?? drafts[0];
    if (id === undefined) return;
    if (!drafts.includes(id)) {
      const isQueued = attempt && (await actor.entry(id)) !== undefined;
      if (isQueued) return finish();
      faults.push(`the saved draft of typed record ${deed.n} is gone`);
      return void (sheet = undefined);
    }
    resumed++;
    const list = page.locator('hssk-sync-status');
    if ((await list.locator('#toggle').getAttribute('aria-expanded')) !== 'true')
      await list.locator('#toggle').click();
    const fold = list.locator('[data-list=drafts]');
    if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click();
    await fold.locator(`[data-id="${id}"] .open`).click();
    await isIn(page, ['saved']);
    const { draft } = await shown(page);
    for (const [path, value] of leavesOf(saved?.draft))
      if (
        path !== 'capturedOn' &&
        JSON.stringify(getAt(draft, path)) !== JSON.stringify(value) &&
        !path.startsWith(writing || '-')
      )
        faults.push(`typed record ${deed.n}: ${path} was saved and is not in the draft`);
  }

  async function begin(page: Page): Promise<void> {
    const deed = newDeed(++begun, true);
    sheet = { deed, lines: linesFor(deed), saved: undefined, writing: '', attempt: undefined };
    await page.locator('#next').click();
  }

  async function fill(page: Page): Promise<void> {
    const now = sheet!;
    for (const line of now.lines) {
      const { draft } = await shown(page);
      const isThere = getAt(draft, line.path) !== undefined || draft.unread?.[line.path] !== undefined;
      if (isThere && (line.path !== now.writing || line.path === 'administrative.sex')) continue;
      now.writing = line.path;
      if (isThere) await clear(page, line.path);
      await line.write(page);
      await isIn(page, ['saved', 'notKept', 'elsewhere']);
      now.saved = await shown(page);
      if (now.saved.state !== 'saved') faults.push(`typed record ${now.deed.n} was ${now.saved.state}`);
      now.writing = '';
    }
  }

  /** What a crash left half written is written anew. */
  async function clear(page: Page, path: string): Promise<void> {
    await (await blankOf(page, path)).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
  }

  async function send(page: Page): Promise<void> {
    const now = sheet!;
    const { draft } = await shown(page);
    if (!now.attempt) deeds.push(now.deed);
    now.attempt = wrote(now.deed, draft as HealthRecord);
    await page.locator('#submit').click();
    await isIn(page, ['queued', 'sent', 'notSent', 'refused', 'notKept', 'notLoaded']);
    const { state } = await shown(page);
    if (state === 'queued' || state === 'sent') return finish();
    faults.push(`typed record ${now.deed.n} ended as ${state}`);
    sheet = undefined;
  }

  return {
    faults,
    get done() {
      return done;
    },
    get resumed() {
      return resumed;
    },
    get isDone() {
      return !sheet && begun >= wanted;
    },
    /** Types until everything is typed, or until the browser dies. */
    async work(page: Page, actor: Pick<Actor, 'drafts' | 'entry'>, isOver: () => boolean): Promise<void> {
      if (sheet) await goOn(page, actor);
      while (!isOver()) {
        if (!sheet && begun >= wanted) return;
        if (!sheet) await begin(page);
        await fill(page);
        await send(page);
      }
    },
  };
}
