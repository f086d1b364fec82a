import type { Finding } from './finding.ts'

/**
 * Names a finding, so that one that was kept on purpose is known again: by what it is, where it stands and which text was judged.
 * Once the text is another one, the finding is another one too.
 *
 * @example findingKey({ code: 'leading', severity: 'advises', place: { question: 'q1', field: 'text', language: 'en' }, judged: 'Don’t you agree?' }) // 'leading::q1::en::text::::1k2j3h'
 */
export function findingKey({ code, place, judged }: Finding): string {
  const { page, question, part, language, factor, field, setting, jump, test } = place
  // A question is the same one on another page.
  const where = [
    question === undefined ? page : '',
    question,
    part,
    language,
    factor,
    field,
    setting,
    jump,
    test,
  ]
  return [code, ...where.map(one => one ?? ''), judged === undefined ? '' : fingerprint(judged)].join(':')
}

/** FNV-1a over UTF-16 units: 32 bits are enough to tell the texts of one place apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(36)
}
