import type { OwnAnswer, OwnData, OwnInterview, OwnInvitation } from '@sixfold/contract/own-data'
import type { UiLanguage } from '@sixfold/contract/words'
import { textIn } from '@sixfold/domain/local-text'
import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import { questionsOf } from '@sixfold/domain/survey/definition'
import { givenAnswers } from '@sixfold/domain/survey/merge-answers'
import { partsOf } from '@sixfold/domain/survey/parts'
import type { Context } from '../../../context.ts'
import { findResponses } from '../../answering/responses/service.ts'
import { readLedgerOf } from '../../contact-policy/contact-ledger/service.ts'
import { waveSubject } from '../../contact-policy/touch-decisions/service.ts'
import type { KnownContact } from '../../customers/contacts/service.ts'
import { findInterviewsWith } from '../../evidence/interview-records/service.ts'
import { attachedFiles } from '../../house/files/service.ts'
import { publishedVersion } from '../../surveys/surveys/service.ts'
import type { InvitationRow } from '../../waves/invitations/service.ts'
import { findInvitationsOf } from '../../waves/invitations/service.ts'
import { waveBook } from '../../waves/wave-records/service.ts'

/** What the person said about being contacted, and every touch. */
export async function saidAndSent(ctx: Context, { id }: KnownContact, language: UiLanguage) {
  const ledger = await readLedgerOf(ctx, id)
  const titles = await surveyTitles(
    ctx,
    [...ledger.touches, ...ledger.refusals].map(({ subject }) => subject),
    language,
  )
  const wish = (
    purpose: OwnData['wishes'][number]['purpose'],
    said: { source: string; at: Date },
    ended?: Date,
  ) => ({
    purpose,
    source: said.source.split(':')[0] ?? '',
    at: said.at.toISOString(),
    endedAt: ended?.toISOString() ?? null,
  })
  const latestFirst = <T extends { at: string }>(list: T[]) => list.sort((a, b) => (a.at < b.at ? 1 : -1))
  return {
    consents: ledger.consents.map(({ purpose, wordingVersion: wording, proof, source, at, withdrawnAt }) => ({
      purpose,
      wording,
      proof,
      source: source.split(':')[0] ?? '',
      at: at.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    wishes: [
      ...ledger.optOuts.map(({ purpose, ended, ...said }) => wish(purpose, said, ended?.at)),
      ...(ledger.doNotCall ? [wish('calls', ledger.doNotCall)] : []),
    ],
    asking: ledger.asking
      ? {
          atMostEvery: ledger.asking.atMostEvery,
          source: ledger.asking.source.split(':')[0] ?? '',
          at: ledger.asking.at.toISOString(),
        }
      : null,
    touches: latestFirst(
      ledger.touches.map(({ at, kind, purpose, title, subject }) => ({
        at: at.toISOString(),
        kind,
        purpose,
        subject: titles.get(subject) ?? title,
      })),
    ),
    refused: latestFirst(
      ledger.refusals.map(({ at, kind, purpose, title, subject, reason }) => ({
        at: at.toISOString(),
        kind,
        purpose,
        subject: titles.get(subject) ?? title,
        reason,
      })),
    ),
  }
}

/** The titles of the surveys that touches were about, by the touches' subject. */
async function surveyTitles(
  ctx: Context,
  subjects: readonly string[],
  language: UiLanguage,
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const subject of new Set(subjects)) {
    if (!subject.startsWith(waveSubject(''))) continue
    const title = await surveyTitle(ctx, subject.slice(waveSubject('').length), language)
    if (title !== '') titles.set(subject, title)
  }
  return titles
}

async function surveyTitle(ctx: Context, waveId: string, language: UiLanguage): Promise<string> {
  const wave = await waveBook.findWave(ctx, waveId)
  const version = wave && (await publishedVersion(ctx, wave.surveyId, wave.version))
  if (!version) return ''
  const { definition } = version
  return textIn(definition.title, language, definition.defaultLanguage)
}

/** What they were asked, and what they answered. */
export async function ownInvitations(
  ctx: Context,
  contactIds: readonly string[],
  language: UiLanguage,
): Promise<OwnInvitation[]> {
  const rows = (await findInvitationsOf(ctx, contactIds)).reverse()
  const responses = new Map(
    (
      await findResponses(
        ctx,
        rows.map(({ _id }) => _id),
      )
    ).map(row => [row._id, row]),
  )
  const waveIds = [...new Set(rows.map(({ waveId }) => waveId))]
  const waves = await Promise.all(waveIds.map(id => waveBook.findWave(ctx, id)))
  const waveOf = new Map(waves.map(wave => [wave?._id, wave]))
  const titles = await surveyTitles(ctx, waveIds.map(waveSubject), language)
  return Promise.all(
    rows.map(async (row: InvitationRow) => {
      const wave = waveOf.get(row.waveId)
      const response = responses.get(row._id)
      const version = response && (await publishedVersion(ctx, response.surveyId, response.version))
      return {
        wave: wave?.name ?? '',
        survey: titles.get(waveSubject(row.waveId)) ?? wave?.name ?? '',
        blind: wave?.kind === 'blind',
        state: row.state,
        sentAt: row.sentAt?.toISOString() ?? null,
        finishedAt: row.finishedAt?.toISOString() ?? null,
        draft: response?.state === 'draft',
        answers:
          response && version
            ? await answersOf(ctx, response._id, {
                definition: version.definition,
                answers: givenAnswers(response.answers),
                language,
              })
            : [],
      }
    }),
  )
}

async function answersOf(
  ctx: Context,
  responseId: string,
  {
    definition,
    answers,
    language,
  }: { definition: SurveyDefinition; answers: ReturnType<typeof givenAnswers>; language: UiLanguage },
): Promise<OwnAnswer[]> {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, definition.defaultLanguage)
  const given = questionsOf(definition).filter(({ id }) => Object.hasOwn(answers, id))
  const uploads = given.filter(({ kind }) => kind === 'upload').map(({ id }) => id)
  const files = await attachedFiles(ctx, responseId, uploads, answers)
  const fileNames = Object.fromEntries(Object.entries(files).map(([id, { name }]) => [id, name]))
  return given.flatMap(question => {
    const value = answers[question.id]
    if (value === undefined) return []
    const parts = partsOf(question)?.parts ?? []
    const texts = Object.fromEntries(parts.map(({ id, text }) => [id, say(text)]))
    return [
      {
        question: say(question.text),
        kind: question.kind,
        value,
        texts: question.kind === 'upload' ? fileNames : texts,
      },
    ]
  })
}

/** What they said in interviews about deals. */
export async function ownInterviews(
  ctx: Context,
  contactIds: readonly string[],
  language: UiLanguage,
): Promise<OwnInterview[]> {
  const rows = await findInterviewsWith(ctx, contactIds)
  return Promise.all(
    rows.map(async row => {
      const version = await publishedVersion(ctx, row.surveyId, row.version)
      const definition = version?.definition
      return {
        survey: definition ? textIn(definition.title, language, definition.defaultLanguage) : '',
        at: row.begunAt.toISOString(),
        finishedAt: row.heldAt?.toISOString() ?? null,
        answers: definition
          ? await answersOf(ctx, row._id, { definition, answers: givenAnswers(row.answers), language })
          : [],
      }
    }),
  )
}
