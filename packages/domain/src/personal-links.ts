import { addDays } from 'date-fns/addDays'

/**
 * What a personal link opens. `own_page`: a page that greets and takes wishes, reached from a survey's thanks; `own_data`:
 * everything that is kept about the person, sent by mail to the address on record alone.
 */
export const LINK_PURPOSES = ['own_page', 'own_data'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** Days that a link is good for. What shows more lives shorter. */
export const LINK_DAYS: Readonly<Record<LinkPurpose, number>> = { own_page: 90, own_data: 3 }

/**
 * The first instant at which a link made at `at` opens nothing any more.
 *
 * @example linkExpiry('own_data', new Date('2026-11-22T08:00:00Z')) // 2026-11-25T08:00:00Z
 */
export function linkExpiry(purpose: LinkPurpose, at: Date): Date {
  return addDays(at, LINK_DAYS[purpose])
}

/**
 * Whether an answered survey's link may still open the own page: as long after the survey's end as the page's link lives, so
 * that a mail found years later opens nothing.
 *
 * @example mayOpenOwnPage({ closesAt: new Date('2026-01-01T00:00:00Z') }, new Date('2026-11-22T00:00:00Z')) // false
 */
export function mayOpenOwnPage({ closesAt }: { closesAt: Date }, at: Date): boolean {
  return at < linkExpiry('own_page', closesAt)
}
