/** On what basis personal data are used: the person agreed, the organisation has a legitimate interest, or a contract needs it. */
export const LEGAL_BASES = ['consent', 'legitimate_interest', 'contract'] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]

/**
 * Names what a customer was told: the house's notice and the survey's own part of it, each by its revision.
 *
 * @example noticeVersion({ house: 3, survey: 1 }) // '3.1'
 */
export function noticeVersion({ house, survey }: { house: number; survey: number }): string {
  return `${house}.${survey}`
}
