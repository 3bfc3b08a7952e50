import type { Notice } from '../notices.ts';

/** The notices of the package, the newest of each kind last. */
export const defaultNotices: readonly Notice[] = [];
