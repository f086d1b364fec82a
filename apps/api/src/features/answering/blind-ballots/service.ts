import { createHash } from 'node:crypto'
import type { BlindAnswer } from '@sixfold/contract/blind'
import type { AnswerFault } from '@sixfold/domain/survey/answer-faults'
import { answerFaults } from '@sixfold/domain/survey/answer-faults'
import type { Answers } from '@sixfold/domain/survey/answers'
import { canonicalJson } from '@sixfold/domain/survey/canonical-json'
import { answersOnWay, walk } from '@sixfold/domain/survey/logic/walk'
import type { Context } from '../../../context.ts'
import { AppError } from '../../../errors.ts'
import { seal, unseal } from '../../../sealing.ts'
import { nameOfContact } from '../../customers/contacts/service.ts'
import { boxKeyOf, isBallotOf, publicKeyOf, signBallot } from '../../waves/blind-keys/service.ts'
import { earnBallot, followToken } from '../../waves/invitations/service.ts'
import type { WaveForAnswers } from '../../waves/waves/service.ts'
import { readWaveForAnswers } from '../../waves/waves/service.ts'
import type { AskedSurvey } from '../asked-surveys/service.ts'
import { askedSurvey } from '../asked-surveys/service.ts'
import { findCast, insertCast } from './store.ts'

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
  const key = await boxKeyOf(ctx, wave.id)
  if (!key) throw new AppError('link_expired')
  const id = hashOf(`${wave.id} ${ballot.message}`)
  const earlier = await findCast(ctx, id)
  if (!earlier) {
    if (wave.state === 'closed') throw new AppError('link_expired')
    if (await insertCast(ctx, { _id: id, waveId: wave.id, sealed: shut(key, kept) })) return null
  }
  const first = earlier ?? (await findCast(ctx, id))
  if (!first || canonicalJson(opened(key, first.sealed)) !== canonicalJson(kept))
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

/** Answers are filled up to a multiple of this before they are shut in, so that hardly any differs from the others in length. */
const BLOCK = 8192

function shut(key: Buffer, answers: Answers): string {
  const plain = Buffer.from(JSON.stringify(answers))
  const filled = Buffer.alloc(Math.ceil(plain.length / BLOCK) * BLOCK, ' ')
  plain.copy(filled)
  return seal(key, filled)
}

/** What lies in the box, as it was answered. */
export function opened(key: Buffer, sealed: string): Answers {
  return JSON.parse(unseal(key, sealed).toString()) as Answers
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

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
