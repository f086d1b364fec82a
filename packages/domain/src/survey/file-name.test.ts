import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { safeFileName } from './file-name.ts'

test.each([
  ['../../etc/báo giá.PDF', 'pdf', 'báo giá.pdf'],
  ['C:\\Users\\Lan\\hình.jpeg', 'jpg', 'hình.jpg'],
  ['photo.exe', 'png', 'photo.exe.png'],
  ['\u202egnp.exe', 'png', 'gnp.exe.png'],
  ['..', 'png', 'file.png'],
  ['', 'pdf', 'file.pdf'],
  ['CON.pdf', 'pdf', 'file-CON.pdf'],
  ['a\r\nSet-Cookie: x.pdf', 'pdf', 'aSet-Cookie x.pdf'],
  ['  .hidden.pdf', 'pdf', 'hidden.pdf'],
])('%j as %s is kept as %s', (name, extension, expected) =>
  expect(safeFileName(name, extension)).toBe(expected),
)

test('whatever the name, what comes out names one file in one folder, once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
      const safe = safeFileName(name, 'pdf')
      expect(safe).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.pdf$/u)
      expect(safe.length).toBeLessThan(250)
      expect(safeFileName(safe, 'pdf')).toBe(safe)
    }),
  )
})
