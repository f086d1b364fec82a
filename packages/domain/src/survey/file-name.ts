/** Longer names are cut before their extension. */
const LONGEST_NAME = 100

/**
 * A name under which a file can be kept by anybody: no folders, no control or direction marks, no name that Windows keeps for
 * itself, and the extension of what the file is, whatever it was called.
 *
 * @example safeFileName('../../etc/báo giá.PDF', 'pdf') // 'báo giá.pdf'
 * @example safeFileName('photo.exe', 'png') // 'photo.exe.png'
 */
export function safeFileName(name: string, extension: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const aliases = extension === 'jpg' ? ['jpg', 'jpeg'] : [extension]
  const own = aliases.find(alias => plain.toLowerCase().endsWith(`.${alias}`))
  const stem = [...(own ? plain.slice(0, -own.length - 1) : plain)].slice(0, LONGEST_NAME).join('').trim()
  const isTaken = stem === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem)
  return `${isTaken ? `file${stem && `-${stem}`}` : stem}.${extension}`
}
