// Owns which financial year a pack speaks for where a record is kept by years.
import { periodOf } from '#shared/calendar.ts';
import type { PackContext } from './sheet.ts';

/** "2023/24": the financial year in which the pack's period ends. */
export const yearOf = ({ span }: Pick<PackContext, 'span'>): string =>
  periodOf(span.period.to, 'financial-year').title;
