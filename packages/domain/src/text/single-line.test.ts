import { expect, test } from '@jest/globals'
import { singleLine } from './single-line.ts'

test.each([
  ['  Trần  Thị Lan ', 'Trần Thị Lan'],
  ['Mai\r\nBcc: all\u2028and\u2029more', 'Mai Bcc: all and more'],
  ['a\u0000b\u0085c\td', 'a b c d'],
  ['\u202eнаоборот\u202c \u2066x\u2069\u200e', 'наоборот x'],
  ['\u202e\n', ''],
  ['می\u200cخواهم', 'می\u200cخواهم'],
])('%j becomes %j', (text, folded) => expect(singleLine(text)).toBe(folded))
