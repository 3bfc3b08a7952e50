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

const isStation = (code: string): code is StationCode => allStations.some((one) => one.code === code);

/** The people of a list on the day: the status of each, worked out once a state, who is shown, who comes next. */
export class DayPeople {
  stations: readonly StationCode[] = [];
  members: readonly Member[] = [];
  states: States = new Map();
  #rules: DayRules = { stations: [], needsConsent: false };
  #hasSettings = false;
  #statuses = new Map<string, readonly [MemberState | undefined, MemberStatus]>();
  #shown: readonly Member[] = [];
  #basis: readonly unknown[] = [];

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
  above(filter: Filter, day: string): Omit<PeopleView, 'words' | 'change' | 'isUnfolded' | 'unfold'> {
    const { members, statusOf: of } = this;
    const ofClass = members.filter(({ className }) => className === filter.className);
    return {
      filter,
      classes: classesOf(members),
      counts: countsOf(members, of),
      classCounts: filter.className ? countsOf(ofClass, of) : undefined,
      today: writtenOn(this.states, day),
      needsConsent: this.needsConsent,
    };
  }

  /**
   * Who is shown. Who is done stays in the rows until the filter changes, so that nothing jumps; who is not examined any
   * more (`held` = how many) goes at once.
   */
  rows(filter: Filter, held: number): readonly Member[] {
    const basis = [this.members, filter, this.#rules, held];
    if (basis.some((each, at) => each !== this.#basis[at])) {
      this.#basis = basis;
      this.#shown = shownOf(this.members, this.statusOf, filter);
    }
    return this.#shown;
  }

  /** Who comes after somebody, within a class where one is named. */
  next(from: string, className: string): Member | undefined {
    const members = className
      ? this.members.filter((member) => member.className === className)
      : this.members;
    return nextOf(members, this.statusOf, from || undefined);
  }
}
