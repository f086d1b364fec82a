import { describe, expect, it } from '@jest/globals'
import { BSONRegExp } from 'bson'
import { literalPrefix, toRegExp } from './regex.ts'

describe('toRegExp', () => {
  it.each<[string, string, string[], string[]]>([
    ['^a.c$', '', ['abc', 'abc\n', 'a\u2028c'], ['a\nc', 'abcd']],
    ['^b', 'm', ['a\nb'], ['a\rb', 'ab']],
    ['a.c', 's', ['a\nc'], []],
    ['nguyễn', 'i', ['NGUYỄN Văn A'], ['nguyen']],
    ['^.$', '', ['😀', 'ễ'], ['ab']],
    ['\\s', '', [' ', '\t'], ['\u00a0']],
    ['a\\-b\\@', '', ['a-b@'], []],
    ['[\\w.-]+@x{2}', '', ['me.you@xx'], ['me@x']],
    ['{x}', '', ['{x}'], ['x']],
    ['[]a]', '', [']'], ['b']],
    ['(?i)abc', '', ['ABC'], []],
    ['foo|bar', '', ['a bar'], ['ba']],
  ])('%s with %j matches as PCRE does', (pattern, options, yes, no) => {
    const regex = toRegExp(pattern, options)
    for (const text of yes) expect([text, regex.test(text)]).toEqual([text, true])
    for (const text of no) expect([text, regex.test(text)]).toEqual([text, false])
  })

  it.each([
    '(a+)+$',
    '(a|b)*',
    '(?>a)',
    'a++',
    '\\Aabc',
    '(a)\\1',
    '[[:alpha:]]',
    'x'.repeat(1001),
    '(a*){20}',
    'a.*b.*c.*d.*e.*f.*g.*h.*i.*j',
  ])('refuses %s', pattern => {
    expect(() => toRegExp(pattern, '')).toThrow('not supported by the embedded database')
  })

  it('calls a wrong pattern wrong', () => {
    expect(() => toRegExp('a(', '')).toThrow('Regular expression is invalid')
    expect(() => toRegExp('a', 'g')).toThrow('invalid flag')
  })
})

describe('literalPrefix', () => {
  it.each<[string, string, string | undefined]>([
    ['^abc', '', 'abc'],
    ['^abc*', '', 'ab'],
    ['^a', 'i', undefined],
    ['^ab|c', '', undefined],
    ['^a\\.b+', '', 'a.b'],
    ['abc', '', undefined],
    ['^a?', '', undefined],
  ])('%s with %j begins with %j', (pattern, options, prefix) => {
    expect(literalPrefix(new BSONRegExp(pattern, options))).toBe(prefix)
  })
})
