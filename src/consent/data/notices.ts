import type { Notice } from '../notices.ts';
import { childNoticeEn202611 } from './child-notice-en-2026-11.ts';
import { childNoticeVi202611 } from './child-notice-vi-2026-11.ts';
import { noticeEn202611 } from './notice-en-2026-11.ts';
import { noticeVi202611 } from './notice-vi-2026-11.ts';

/** The notices of the package. A version that was ever shown stays here: its hash stands in events. */
export const defaultNotices: readonly Notice[] = [
  noticeVi202611,
  noticeEn202611,
  childNoticeVi202611,
  childNoticeEn202611,
];
