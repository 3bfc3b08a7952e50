import type { Member, MemberState } from '../../src/client/index.ts';
import { defaultPurposes } from '../../src/consent/index.ts';
import type { ConsentSettings } from '../../src/consent/index.ts';
import { stations as allStations } from '../../src/school/index.ts';
import type { DayRules, StationCode } from '../../src/school/index.ts';
import { classesOf, countsOf, nextOf, shownOf, writtenOn } from './model.ts';
import type { Filter, States } from './model.ts';
import type { PeopleView } from './people-view.ts';
import { statusOf } from './status.ts';
import type { MemberStatus } from './status.ts';

/** Works something out anew only when what it is worked out from is another thing. */
function latest<A extends readonly unknown[], R>(work: (...from: A) => R): (...from: A) => R {
  let last: { readonly from: A; readonly result: R } | undefined;
  return (...from) => {
    if (!last || from.some((each, at) => each !== last!.from[at])) last = { from, result: work(...from) };
    return last.result;
  };
}

const isStation = (code: string): code is StationCode => allStations.some((one) => one.code === code);

/** The people of a list on the day: the status of each, worked out once a state, who is shown, who comes next. */
export class DayPeople {
  stations: readonly StationCode[] = [];
  members: readonly Member[] = [];
  states: States = new Map();
  #rules: DayRules = { stations: [], needsConsent: false };
  #hasSettings = false;
  #statuses = new Map<string, readonly [MemberState | undefined, MemberStatus]>();
  // A list is drawn several times between two people: thousands are gone through only where something has changed.
  readonly #classes = latest(classesOf);
  readonly #counts = latest((members: readonly Member[], _states: States, _rules: DayRules) =>
    countsOf(members, this.statusOf),
  );
  readonly #classCounts = latest(
    (members: readonly Member[], _states: States, _rules: DayRules, className: string) =>
      countsOf(
        members.filter((member) => member.className === className),
        this.statusOf,
      ),
  );
  readonly #today = latest(writtenOn);
  readonly #shown = latest((members: readonly Member[], filter: Filter, _rules: DayRules, _held: number) =>
    shownOf(members, this.statusOf, filter),
  );

  /** Takes over what statuses are judged by; another rule forgets what was worked out. */
  judgeBy(stations: string, settings: ConsentSettings | undefined): void {
    const codes = stations.split(/[\s,]+/).filter(isStation);
    const purpose = (settings?.purposes ?? defaultPurposes).find(({ code }) => code === 'screening');
    const needsConsent = settings !== undefined && purpose?.mode === 'consent';
    const hasSettings = settings !== undefined;
    const isSame =
      codes.join() === this.stations.join() &&
      needsConsent === this.needsConsent &&
      hasSettings === this.#hasSettings;
    if (isSame) return;
    this.stations = codes;
    this.#hasSettings = hasSettings;
    this.#rules = { stations: codes, needsConsent };
    this.#statuses.clear();
  }

  get needsConsent(): boolean {
    return this.#rules.needsConsent;
  }

  readonly statusOf = (id: string): MemberStatus => {
    const state = this.states.get(id);
    const known = this.#statuses.get(id);
    if (known && known[0] === state) return known[1];
    // Where nothing is known of how the facility asks, a no that somebody noted holds all the same.
    const isNo = state?.consent === 'refused' && !this.#hasSettings;
    const status = statusOf(state, isNo ? { ...this.#rules, needsConsent: true } : this.#rules);
    this.#statuses.set(id, [state, status]);
    return status;
  };

  /** What stands above the rows. */
  above(filter: Filter, day: string): Omit<PeopleView, 'words' | 'change'> {
    const { members, states } = this;
    const { className } = filter;
    return {
      filter,
      classes: this.#classes(members),
      counts: this.#counts(members, states, this.#rules),
      classCounts: className ? this.#classCounts(members, states, this.#rules, className) : undefined,
      today: this.#today(states, day),
      needsConsent: this.needsConsent,
    };
  }

  /**
   * Who is shown. Who is done stays in the rows until the filter changes, so that nothing jumps; who is not examined any
   * more (`held` = how many) goes at once.
   */
  rows(filter: Filter, held: number): readonly Member[] {
    return this.#shown(this.members, filter, this.#rules, held);
  }

  /** Who comes after somebody, within a class where one is named. */
  next(from: string, className: string): Member | undefined {
    const members = className
      ? this.members.filter((member) => member.className === className)
      : this.members;
    return nextOf(members, this.statusOf, from || undefined);
  }
}
