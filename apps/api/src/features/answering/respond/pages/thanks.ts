import type { ThanksPage } from '@sixfold/contract/portal'
import { textIn } from '@sixfold/domain/local-text'
import type { Context } from '../../../../context.ts'
import { noticeOf } from '../../../privacy/privacy-notices/service.ts'
import { repliesBefore } from '../../../results/wave-replies/service.ts'
import type { Link, Preview } from '../service.ts'
import { closesOn, houseOf, languageOf } from '../service.ts'
import { blankPage } from './survey-page.ts'

/** The end of a link. It tells nothing about its person, because a used link may be in other hands. */
export async function thanksPage(
  ctx: Context,
  { survey, ...link }: Link,
  address: string,
  chosen: string | undefined,
): Promise<ThanksPage> {
  const language = chosen ?? languageOf({ survey, ...link })
  const { invitation, wave } = link
  const [house, notice, closes] = await Promise.all([
    houseOf(ctx),
    noticeOf(ctx, wave.surveyId),
    closesOn(ctx, wave.closesAt),
  ])
  const { title, thanks, defaultLanguage } = survey.definition
  const replies = await repliesBefore(ctx, { waveId: wave.id, regionId: invitation.regionId, language })
  return {
    kind: 'thanks',
    organisation: house.name,
    language,
    languages: blankPage(survey, language).languages,
    address,
    title: textIn(title, language, defaultLanguage),
    text: textIn(thanks, language, defaultLanguage),
    closesOn: closes,
    ended: wave.state === 'closed',
    done: replies.map(({ factor: _key, ...shown }) => shown),
    known: invitation.contactId !== null,
    notice: {
      readers: textIn(notice.readers, language, defaultLanguage),
      retentionMonths: notice.retentionMonths,
    },
    preview: false,
  }
}

/** The end of a draft; what was done about earlier answers belongs to a wave, which a draft has not. */
export async function previewThanks(
  ctx: Context,
  { survey }: Preview,
  language: string,
): Promise<ThanksPage> {
  const { title, thanks, defaultLanguage } = survey.definition
  return {
    kind: 'thanks',
    organisation: (await houseOf(ctx)).name,
    language,
    languages: blankPage(survey, language).languages,
    address: '',
    title: textIn(title, language, defaultLanguage),
    text: textIn(thanks, language, defaultLanguage),
    closesOn: await closesOn(ctx, ctx.clock.now()),
    ended: false,
    done: [],
    known: true,
    notice: { readers: '', retentionMonths: null },
    preview: true,
  }
}
