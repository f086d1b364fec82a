import type { TouchPurpose } from '../contact-policy.ts'

/**
 * What a survey is for. `quarterly`: the whole relationship, on exactly six factors, every quarter. `product`: one product, some time after
 * it was bought. `call`: what is asked on the telephone after an installation, read out and noted by a colleague. `blind`: asked without saying who asks, answered without saying who answers. `post_event`: those who came to an event, the morning after.
 */
export const SURVEY_KINDS = ['quarterly', 'product', 'call', 'blind', 'post_event'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

const purposes: Readonly<Record<SurveyKind, TouchPurpose>> = {
  quarterly: 'relationship_survey',
  product: 'product_survey',
  call: 'installation_call',
  blind: 'blind_survey',
  // It follows up the event, and who wants nothing of events is not asked about them.
  post_event: 'roundtable',
}

/**
 * What an invitation to such a survey is for, as the contact policy and the consent of people name it.
 *
 * @example purposeOfSurvey('product') // 'product_survey'
 */
export function purposeOfSurvey(kind: SurveyKind): TouchPurpose {
  return purposes[kind]
}

/**
 * Whether people join a wave of this kind one by one while it runs, each when something bought becomes due; the people of other waves are
 * drawn before it opens.
 *
 * @example isRolling('product') // true
 */
export function isRolling(kind: SurveyKind): boolean {
  return kind === 'product' || kind === 'call'
}
