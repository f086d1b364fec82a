import type { UiLanguage, WordValues } from '@sixfold/contract/words'
import type { MailKind } from './words.ts'
import { mailWords } from './words.ts'

export interface ComposedMail {
  subject: string
  html: string
  text: string
}

// Mail clients know no custom properties: these are the tokens' values.
const ink = '#211f1b'
const quiet = '#514c44'
const page = '#f6f4ef'
const surface = '#fffefb'
const accent = '#17495a'
const font = '"Be Vietnam Pro", "Segoe UI", Roboto, Arial, sans-serif'

/** Writes a mail of a kind in a language. `values.link` is where its button leads. Values are escaped by the renderer. */
export async function composeMail(
  kind: MailKind,
  language: UiLanguage,
  values: WordValues & { link: string },
): Promise<ComposedMail> {
  const say = mailWords(language)
  const word = (part: 'subject' | 'heading' | 'body' | 'button' | 'foot') => say(`${kind}.${part}`, values)
  // Loaded with the first mail: a process that sends none need not hold it.
  const [
    { createElement: element },
    { Body, Button, Container, Head, Heading, Html, Text },
    { render, toPlainText },
  ] = await Promise.all([import('react'), import('@react-email/components'), import('@react-email/render')])
  const mail = element(
    Html,
    { lang: language },
    element(Head),
    element(
      Body,
      { style: { backgroundColor: page, fontFamily: font, color: ink, margin: 0, padding: '24px 0' } },
      element(
        Container,
        { style: { backgroundColor: surface, borderRadius: 10, padding: '32px', maxWidth: 560 } },
        element(
          Heading,
          { as: 'h1', style: { fontSize: 22, lineHeight: '30px', margin: '0 0 16px' } },
          word('heading'),
        ),
        element(Text, { style: { fontSize: 16, lineHeight: '26px', margin: '0 0 24px' } }, word('body')),
        element(
          Button,
          {
            href: values.link,
            style: {
              backgroundColor: accent,
              color: '#ffffff',
              borderRadius: 6,
              padding: '12px 20px',
              fontSize: 16,
              fontWeight: 600,
            },
          },
          word('button'),
        ),
        element(
          Text,
          { style: { fontSize: 13, lineHeight: '20px', color: quiet, margin: '28px 0 0' } },
          word('foot'),
        ),
      ),
    ),
  )
  const html = await render(mail)
  return { subject: word('subject').replaceAll(/[\r\n]+/g, ' '), html, text: toPlainText(html) }
}
