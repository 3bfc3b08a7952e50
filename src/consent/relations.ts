import type { ConsentSettings } from './notices.ts';
import { defaultRelations } from './data/relations.ts';
import type { Decider } from '../schema/index.ts';

/** Words of a relation in one language. */
export interface RelationWords {
  readonly title: string;
  /** What the law says of such a one, no more than it does; it stands below the choice. */
  readonly note: string;
}

/** What a representative is to the person, and what that is worth in law. Data: a host may bring a list of its own. */
export interface Relation {
  readonly code: string;
  /** For whom it is offered: somebody not of age, a grown-up who cannot decide alone, or both. */
  readonly for: 'child' | 'grownUp' | 'both';
  /**
   * By what right such a one decides: `law` = by law itself (a parent); `appointed` = by appointment or registration;
   * `chosen` = for examination and treatment by law 15/2023 art. 8, for personal data it is not said; `none` = by none
   * that comes with the relation: only a guardian, or who has it in writing, decides.
   */
  readonly right: 'law' | 'appointed' | 'chosen' | 'none';
  /** Kind of representative, art. 8.2 of law 15/2023; without it none is claimed. */
  readonly representativeType?: NonNullable<Decider['representativeType']>;
  /** The exact relation is written beside it (maternal grandmother, aunt …). */
  readonly isWritten?: boolean;
  readonly words: { readonly vi: RelationWords; readonly en: RelationWords };
}

/** The relations offered for a person, in the order shown. */
export const relationsFor = (
  { relations = defaultRelations }: Pick<ConsentSettings, 'relations'>,
  isChild: boolean,
): readonly Relation[] =>
  relations.filter((relation) => relation.for === 'both' || relation.for === (isChild ? 'child' : 'grownUp'));

/** Whether it has to be asked on what ground such a one decides, since the relation alone is none. */
export const needsGround = ({ right }: Relation): boolean => right === 'chosen' || right === 'none';

/** The kind of representative that relation and ground make; `undefined` where the law leaves it open. */
export const representativeTypeOf = (
  { representativeType }: Relation,
  ground: Decider['ground'],
): Decider['representativeType'] =>
  representativeType ?? (ground === 'guardian' || ground === 'written' ? 'c' : undefined);
