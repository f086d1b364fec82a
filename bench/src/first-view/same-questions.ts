import type { SurveyDefinition } from '@sixfold/domain/survey/definition'
import type { Question } from '@sixfold/domain/survey/question'

const WORDS = ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied']
const said = (text: Record<string, string>) => text.en ?? ''

/** The survey for SurveyJS, page by page as the portal asks it. */
export function surveyJson({ title, pages }: SurveyDefinition): object {
  return {
    title: said(title),
    pages: pages.map(page => ({
      name: page.id,
      title: said(page.title),
      elements: page.questions.map(question => ({
        name: question.id,
        title: said(question.text),
        isRequired: 'required' in question && question.required,
        ...kindOf(question),
      })),
    })),
  }
}

function kindOf({ kind }: Question): object {
  if (kind === 'satisfaction')
    return { type: 'radiogroup', choices: WORDS.map((text, index) => ({ value: index + 1, text })) }
  if (kind === 'nps') return { type: 'rating', rateMin: 0, rateMax: 10 }
  return { type: 'comment' }
}

/** The first page of questions as a plain form of radios and text fields: about the least that a browser can be asked to show. */
export function staticForm({ title, pages }: SurveyDefinition): string {
  const [page] = pages
  const fields = (page?.questions ?? []).map(({ id, kind, text }) => {
    const points = kind === 'nps' ? Array.from({ length: 11 }, (_, point) => String(point)) : WORDS
    const radios = points.map(
      (word, at) => `<label><input type="radio" name="${id}" value="${at}"> ${word}</label>`,
    )
    const answers = kind === 'text' ? `<textarea name="${id}"></textarea>` : radios.join('')
    return `<fieldset><legend>${said(text)}</legend>${answers}</fieldset>`
  })
  return document(
    said(title),
    `<style>body{font:1rem sans-serif;max-width:40rem;margin:auto;padding:1rem}label{display:block;padding:.5rem}</style>`,
    `<form method="post"><h1>${said(page?.title ?? {})}</h1>${fields.join('')}<button>Continue</button></form>`,
  )
}

export function document(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${head}</head><body>${body}</body></html>`
}
