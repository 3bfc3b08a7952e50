import { viMessages } from '../../src/i18n/vi/messages.ts';
import { check } from '../../src/validation/index.ts';

export * from './ours.ts';
/** What judges a draft and the words for what it finds, loaded with the form instead of after it. */
export const rules = { check, viMessages };
