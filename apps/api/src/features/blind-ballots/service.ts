import { createHash } from 'node:crypto'
import type { BlindAnswer, BlindSettings } from '@sixfold/contract/blind'
import type { StaffMember } from '@sixfold/contract/staff'
import { can } from '@sixfold/domain/permissions'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import { answerFaults } from '@sixfold/domain/survey/answer-faults'
import type { Answers } from '@sixfold/domain/survey/answers'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import { answersOnWay, walk } from '@sixfold/domain/survey/logic/walk'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { record } from '../audit/service.ts'
import { isBallotOf, publicKeyOf, signBallot } from '../blind-keys/service.ts'
import { nameOfContact } from '../contacts/service.ts'
import { earnBallot, followToken } from '../invitations/service.ts'
import type { AskedSurvey } from '../respond/service.ts'
import { askedSurvey } from '../respond/service.ts'
import type { WaveForAnswers } from '../waves/service.ts'
import { readWaveForAnswers } from '../waves/service.ts'
import { findCarrier, findCast, insertCast, storeCarrier } from './store.ts'

const WHOLE_HOUSE = { regionId: null }

/** The key of an open blind wave, which everybody gets alike. */
export async function readBlindKey(ctx: Context, waveId: string): Promise<{ publicKey: string }> {
  const { id } = await openWave(ctx, waveId)
  const publicKey = await publicKeyOf(ctx, id)
  if (!publicKey) throw new AppError('link_unknown')
  return { publicKey }
}

/**
 * Signs the blinded ballot of a link. What is kept is that the link has earned one, and a hash of its blinded form, so that a
 * lost reply can be asked for again; when it was is not. Another ballot for the same link is refused.
 */
export async function issueBallot(ctx: Context, token: string, blinded: string): Promise<string> {
  const invitation = await followToken(ctx, token)
  const wave = invitation && (await blindWave(ctx, invitation.waveId))
  if (!wave || (await nameOfContact(ctx, invitation.contactId)) === null) throw new AppError('link_unknown')
  if (invitation.state === 'opted_out' || invitation.closed || wave.state === 'closed')
    throw new AppError('link_expired')
  // Signed first, given away last: a form that cannot be signed uses up no link.
  const signature = await signBallot(ctx, wave.id, blinded)
  if (!signature) throw new AppError('invalid_input')
  if (!(await earnBallot(ctx, invitation.id, hashOf(blinded)))) throw new AppError('link_used')
  return signature
}

export type CastOutcome = { faults: readonly AnswerFault[]; survey: AskedSurvey } | null

/**
 * Puts answers into the box of their wave: all that decides is the ballot. The same answers again are taken as they were the
 * first time, others with the same ballot are refused. Null: taken.
 */
export async function castAnswers(
  ctx: Context,
  waveId: string,
  { ballot, answers }: { ballot: { message: string; signature: string }; answers: readonly BlindAnswer[] },
): Promise<CastOutcome> {
  const wave = await blindWave(ctx, waveId)
  if (!wave || !(await isBallotOf(ctx, wave.id, ballot))) throw new AppError('link_unknown')
  const survey = await askedSurvey(ctx, wave)
  const { kept, faults } = judge(survey, answers)
  if (faults.length > 0) return { faults, survey }
  const id = hashOf(`${wave.id} ${ballot.message}`)
  const earlier = await findCast(ctx, id)
  if (!earlier) {
    if (wave.state === 'closed') throw new AppError('link_expired')
    if (await insertCast(ctx, { _id: id, waveId: wave.id, sealed: seal(ctx, kept) })) return null
  }
  const first = earlier ?? (await findCast(ctx, id))
  if (!first || canonicalJson(unseal(ctx, first.sealed)) !== canonicalJson(kept))
    throw new AppError('already_finished')
  return null
}

/** The answers that count, or what keeps them from being sent. A file would carry traces of its maker, so there are none. */
function judge(
  { definition, uploads }: AskedSurvey,
  answers: readonly BlindAnswer[],
): { kept: Answers; faults: readonly AnswerFault[] } {
  const given: Answers = Object.fromEntries(
    answers.flatMap(({ question, value }) => (value === null ? [] : [[question, value]])),
  )
  const files = uploads.filter(question => Object.hasOwn(given, question))
  const way = walk(definition, given, {})
  const kept = answersOnWay(given, way)
  const faults = answerFaults(definition, given, { complete: null })
  return {
    kept,
    faults: [
      ...files.map(question => ({ question, problem: 'unknown_file' as const })),
      ...(faults.length > 0 ? faults : answerFaults(definition, kept, { complete: way })),
    ],
  }
}

/** Cast answers are filled up to a multiple of this before they are encrypted. */
const BLOCK = 2048

function seal(ctx: Context, answers: Answers): string {
  const json = JSON.stringify(answers)
  const length = Math.ceil((Buffer.byteLength(json) + 1) / BLOCK) * BLOCK
  return ctx.secrets.encrypt(json + ' '.repeat(length - Buffer.byteLength(json)), { pack: false })
}

/** What lies in the box, as it was answered. */
export function unseal(ctx: Context, sealed: string): Answers {
  return JSON.parse(ctx.secrets.decrypt(sealed)) as Answers
}

/** A blind wave that takes answers now. */
export async function openWave(ctx: Context, waveId: string): Promise<WaveForAnswers> {
  const wave = await blindWave(ctx, waveId)
  if (!wave) throw new AppError('link_unknown')
  if (wave.state === 'closed') throw new AppError('link_expired')
  return wave
}

async function blindWave(ctx: Context, waveId: string): Promise<WaveForAnswers | null> {
  const wave = await readWaveForAnswers(ctx, waveId)
  return wave?.kind === 'blind' ? wave : null
}

/** Who carries out blind surveys, as their pages and mails say: until somebody is named, the address of the links, which they show anyway. */
export async function carrierOf(ctx: Context): Promise<string> {
  return (await findCarrier(ctx)) || new URL(ctx.config.publicUrl).hostname
}

export async function readBlindSettings(ctx: Context, actor: StaffMember): Promise<BlindSettings> {
  if (!can(actor, 'wave.read')) throw new AppError('not_found')
  return { carriedOutBy: await findCarrier(ctx) }
}

export async function saveBlindSettings(
  ctx: Context,
  actor: StaffMember,
  { carriedOutBy }: BlindSettings,
): Promise<BlindSettings> {
  if (!can(actor, 'wave.launch', WHOLE_HOUSE)) throw new AppError('not_found')
  await storeCarrier(ctx, carriedOutBy)
  await record(ctx, actor, 'blind.carrier', 'organisation', carriedOutBy)
  return { carriedOutBy }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
