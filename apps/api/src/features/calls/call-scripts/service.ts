import type { CallScript } from '@sixfold/contract/calls'
import type { StoredAnswer } from '@sixfold/contract/responses'
import type { UiLanguage } from '@sixfold/contract/words'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { askedSurvey } from '../../answering/asked-surveys/service.ts'
import type { Link } from '../../answering/respond/service.ts'
import {
  answersRefused,
  followLink,
  joinAnswers,
  keepByLink,
  languageOf,
  seenByLink,
  storedAnswers,
  submitByLink,
} from '../../answering/respond/service.ts'
import { readResponse } from '../../answering/responses/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { followInvitationOf, startByPhone } from '../../waves/invitations/service.ts'
import { callWaveFor } from '../../waves/wave-joining/service.ts'
import type { WaveRow } from '../../waves/wave-records/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'

/** Answers that a colleague notes while somebody speaks. */
export interface NotedAnswers {
  answers: readonly StoredAnswer[]
  language: string
}

/** What is read out to this person, with what was noted already; null: no survey for calls asks them. */
export async function readScript(
  ctx: Context,
  contact: KnownContact,
  agreedAt: Date | null,
): Promise<CallScript | null> {
  const found = await linkTo(ctx, contact)
  if (!found) return null
  const { link, wave } = found
  return {
    title: link.survey.definition.title,
    version: wave.version,
    definition: seenByLink(link),
    language: languageOf(link),
    answers: storedAnswers(link.response?.answers ?? {}),
    state: link.state === 'open' ? 'open' : 'finished',
    agreedAt: agreedAt?.toISOString() ?? null,
  }
}

/** The person agreed: from here on answers can be noted. Repeating it changes nothing. */
export async function beginScript(ctx: Context, contact: KnownContact, productId: string): Promise<void> {
  const wave = await callWaveFor(ctx, contact)
  if (!wave) throw new AppError('wrong_state')
  const { languages, defaultLanguage } = (await askedSurvey(ctx, wave)).definition
  const joined = { id: wave._id, closesAt: wave.closesAt, languages, defaultLanguage }
  await startByPhone(ctx, joined, contact, productId)
}

/** Keeps answers as they are given; `colleague`: who is told, in their language, what does not fit. */
export async function noteAnswers(
  ctx: Context,
  contact: KnownContact,
  { answers, language }: NotedAnswers,
  colleague: { language: UiLanguage },
): Promise<StoredAnswer[]> {
  const { link } = await begunLink(ctx, contact)
  const outcome = await keepByLink(ctx, link, () => joinAnswers(answers), language)
  if (outcome?.faults) throw await answersRefused(colleague, link, outcome.faults, answers)
  return storedAnswers(outcome?.kept.answers ?? {})
}

/** Sends the answers for good, on the same path as those of the portal. Repeating it gives the first result. */
export async function sendAnswers(
  ctx: Context,
  contact: KnownContact,
  { answers, language }: NotedAnswers,
  colleague: { language: UiLanguage },
): Promise<void> {
  const { link } = await begunLink(ctx, contact)
  const { faults } = await submitByLink(ctx, link, () => joinAnswers(answers), language)
  if (faults) throw await answersRefused(colleague, link, faults, answers)
}

async function begunLink(ctx: Context, contact: KnownContact): Promise<{ link: Link; wave: WaveRow }> {
  const found = await linkTo(ctx, contact)
  if (!found?.isBegun) throw new AppError('wrong_state')
  return found
}

/** The way in that a link is for others; before anything was begun it leads nowhere, and shows what would be asked. */
async function linkTo(
  ctx: Context,
  contact: KnownContact,
): Promise<{ link: Link; wave: WaveRow; isBegun: boolean } | null> {
  const wave = await callWaveFor(ctx, contact)
  const asked = wave && (await readWaveForAnswers(ctx, wave._id))
  if (!wave || !asked) return null
  const begun = await followInvitationOf(ctx, wave._id, contact.id)
  const { accountId, regionId, language } = contact
  const invitation = begun ?? {
    id: `call ${wave._id} ${contact.id}`,
    waveId: wave._id,
    contactId: contact.id,
    accountId,
    regionId,
    segments: [],
    language,
    state: 'started' as const,
    closed: false,
  }
  const response = begun && (await readResponse(ctx, begun.id))
  const link = await followLink(ctx, '', { invitation, wave: asked, response, contactName: contact.name })
  return { link: { ...link, byPhone: true }, wave, isBegun: begun !== null }
}
