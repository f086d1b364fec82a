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

/** What a mail says; everything else is the same in each mail of a language. */
const parts = ['heading', 'body', 'link', 'button', 'foot'] as const
type Part = (typeof parts)[number]

/** Writes a mail of a kind in a language. `values.link` is where its button leads. Values are escaped. */
export async function composeMail(
  kind: MailKind,
  language: UiLanguage,
  values: WordValues & { link: string },
): Promise<ComposedMail> {
  const say = mailWords(language)
  const word = (part: Exclude<Part, 'link'> | 'subject') => say(`${kind}.${part}`, values)
  const content: Record<Part, string> = {
    heading: word('heading'),
    body: word('body'),
    link: values.link,
    button: word('button'),
    foot: word('foot'),
  }
  return {
    subject: word('subject').replaceAll(/[\r\n]+/g, ' '),
    html: fill(await layoutOf(language), content),
    text: `${content.heading}\n\n${content.body}\n\n${content.button}: ${content.link}\n\n${content.foot}\n`,
  }
}

/** HTML between the parts of a mail, in the order in which they come. */
type Layout = readonly (string | { part: Part })[]

function fill(layout: Layout, content: Record<Part, string>): string {
  return layout.map(piece => (typeof piece === 'string' ? piece : escaped(content[piece.part]))).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

/** As text and as the value of an attribute alike. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, sign => entities[sign] ?? sign)
}

const layouts = new Map<UiLanguage, Promise<Layout>>()

/** Rendering takes some milliseconds and much memory, so it is done once a language, not once a mail. */
function layoutOf(language: UiLanguage): Promise<Layout> {
  let layout = layouts.get(language)
  if (!layout) {
    layout = renderLayout(language)
    layouts.set(language, layout)
    // What failed is tried again with the next mail.
    layout.catch(() => layouts.delete(language))
  }
  return layout
}

const SLOT = /\{\{(\w+)\}\}/
const slot = (part: Part) => `{{${part}}}`

async function renderLayout(language: UiLanguage): Promise<Layout> {
  // Loaded with the first mail: a process that sends none need not hold it.
  const [{ createElement: element }, { Body, Button, Container, Head, Heading, Html, Text }, { render }] =
    await Promise.all([import('react'), import('@react-email/components'), import('@react-email/render')])
  const html = await render(
    element(
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
            slot('heading'),
          ),
          element(
            Text,
            { style: { fontSize: 16, lineHeight: '26px', margin: '0 0 24px', whiteSpace: 'pre-line' } },
            slot('body'),
          ),
          element(
            Button,
            {
              href: slot('link'),
              style: {
                backgroundColor: accent,
                color: '#ffffff',
                borderRadius: 6,
                padding: '12px 20px',
                fontSize: 16,
                fontWeight: 600,
              },
            },
            slot('button'),
          ),
          element(
            Text,
            { style: { fontSize: 13, lineHeight: '20px', color: quiet, margin: '28px 0 0' } },
            slot('foot'),
          ),
        ),
      ),
    ),
  )
  // A split by an expression with a group gives text and slots in turn.
  const layout = html.split(SLOT).map((piece, at) => (at % 2 === 0 ? piece : { part: piece as Part }))
  const found = layout.flatMap(piece => (typeof piece === 'string' ? [] : [piece.part]))
  if (found.join() !== parts.join()) throw new Error(`the layout of mails has the parts ${found.join(', ')}`)
  return layout
}
