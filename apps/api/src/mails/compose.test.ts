import { describe, expect, test } from '@jest/globals'
import { composeMail } from './compose.ts'

const values = {
  organisation: 'Máy & <Việt>',
  name: 'Nguyễn Thị "Hà" O\'Neil',
  minutes: 1,
  link: 'https://survey.example/r/token?a=1&b="2"',
  optOut: 'https://survey.example/r/token/opt-out',
}

/** What a reader of the HTML sees, with its entities resolved. */
const read = (html: string) =>
  html
    .replaceAll(/<!--.*?-->|<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

describe('a mail', () => {
  test('says the same in HTML and as text, in the language asked for', async () => {
    for (const [language, greeting] of [
      ['en', 'Dear'],
      ['vi', 'Kính gửi'],
    ] as const) {
      const { html, text } = await composeMail('survey-invitation', language, values)
      expect(html).toContain(`lang="${language}"`)
      expect(text).toContain(`${greeting} ${values.name}`)
      expect(text).toContain(`: ${values.link}\n`)
      for (const line of text.split('\n').filter(Boolean))
        expect(read(html)).toContain(line.replace(`: ${values.link}`, ''))
    }
  })

  test('shows names and addresses as they are, whatever signs they hold', async () => {
    const { html, subject } = await composeMail('survey-invitation', 'en', values)
    expect(subject).toBe('How satisfied are you with Máy & <Việt>?')
    expect(html).toContain('Máy &amp; &lt;Việt&gt; would like')
    expect(html).toContain('Nguyễn Thị &quot;Hà&quot; O&#x27;Neil')
    expect(html).toContain('href="https://survey.example/r/token?a=1&amp;b=&quot;2&quot;"')
  })

  test('takes a name that looks like a place in the layout for a name', async () => {
    const { html } = await composeMail('survey-invitation', 'en', { ...values, name: '{{link}} $& $1' })
    expect(read(html)).toContain('Dear {{link}} $& $1')
  })

  test('keeps nothing of the mail before', async () => {
    await composeMail('survey-invitation', 'en', values)
    const { html, text } = await composeMail('survey-invitation', 'en', {
      ...values,
      name: 'Lan',
      link: 'https://survey.example/r/other',
    })
    expect(html + text).not.toContain('Nguyễn')
    expect(html).toContain('href="https://survey.example/r/other"')
  })

  test('has one line as its subject', async () => {
    const { subject } = await composeMail('survey-invitation', 'en', {
      ...values,
      organisation: 'A\r\nBcc: all@example.com',
    })
    expect(subject).not.toMatch(/[\r\n]/)
  })
})
