/** Mailboxes that anybody can have: two of them have nothing to do with one another. */
const freeMail = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'aol.com'],
  ...['yahoo.com', 'yahoo.com.vn', 'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'gmx.de', 'gmx.net'],
  ...['gmx.com', 'web.de', 'mail.com', 'mail.ru', 'yandex.com', 'yandex.ru', 'proton.me', 'protonmail.com'],
  ...['qq.com', '163.com', '126.com', 'sina.com', 'naver.com', 'daum.net', 'hanmail.net', 'zoho.com'],
  ...['fpt.vn', 'vnn.vn', 'hn.vnn.vn', 'hcm.vnn.vn', 'dng.vnn.vn', 'viettel.vn', 't-online.de', 'orange.fr'],
  ...['free.fr', 'wanadoo.fr', 'laposte.net', 'libero.it', 'tutanota.com', 'fastmail.com', 'hotmail.fr'],
  ...['yahoo.co.uk', 'yahoo.co.jp', 'yahoo.fr', 'yahoo.de', 'hotmail.co.uk', 'outlook.com.vn', 'comcast.net'],
])

/**
 * The domain of a company's own mailbox; null for one that anybody can have.
 *
 * @example companyMailDomain('lan@minhphat.vn') // 'minhphat.vn'
 * @example companyMailDomain('lan.minhphat@gmail.com') // null
 */
export function companyMailDomain(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return email.includes('@') && domain.includes('.') && !freeMail.has(domain) ? domain : null
}

/**
 * The host of a company's pages, without www; null where there is none.
 *
 * @example websiteDomain('https://www.MinhPhat.vn/gioi-thieu') // 'minhphat.vn'
 * @example websiteDomain('minhphat.vn') // 'minhphat.vn'
 * @example websiteDomain('-') // null
 */
export function websiteDomain(website: string): string | null {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(website.trim())?.[1] ?? ''
  const domain = host
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .replace(/\.$/, '')
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(domain) && !freeMail.has(domain) ? domain : null
}

/** Mailboxes of an office: whoever is there reads them. */
const officeNames = new Set(
  'info contact office sales support admin service marketing hello mail lienhe lien-he kinhdoanh ketoan hr'.split(
    ' ',
  ),
)

/**
 * What stands before the @, without points, dashes and what comes behind a plus; null where it names nobody.
 *
 * @example mailboxName('Lan.Tran+survey@minhphat.vn') // 'lantran'
 * @example mailboxName('info@minhphat.vn') // null
 */
export function mailboxName(email: string): string | null {
  const local = email.slice(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase()
  const name = local.replace(/\+.*$/, '').replace(/[._-]/g, '')
  return name.length >= 5 && !officeNames.has(name) ? name : null
}
