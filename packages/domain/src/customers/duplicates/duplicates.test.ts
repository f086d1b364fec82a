import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AccountTraits } from './account-duplicates.ts'
import { compareAccounts, likelyAccountPairs, traitsOfAccount } from './account-duplicates.ts'
import type { ContactTraits } from './contact-duplicates.ts'
import { compareContacts, likelyContactPairs, traitsOfContact } from './contact-duplicates.ts'
import type { LikelyPair, Likeness } from './likeness.ts'

const account = (id: string, name: string, email?: string, phone: string | null = null) =>
  traitsOfAccount({ id, name, website: '', people: email ? [{ email, phone, country: 'VN' }] : [] })
const accountReasons = (a: AccountTraits, b: AccountTraits) => compareAccounts(a, b)?.reasons ?? null

describe('accounts', () => {
  test.each([
    ['Công ty TNHH Minh Phát', 'MINH PHAT Co., Ltd.', ['same_name']],
    ['Công ty Cổ phần Đại Việt', 'Dai Viet JSC', ['same_name']],
    ['Müller Maschinen GmbH & Co. KG', 'Muller Maschinen GmbH', ['same_name']],
    ['Minh Phát', 'MinhPhat Inc', ['same_name']],
    ['Acme Industrial', 'Acme Industrail', ['near_name']],
    ['Thép Hòa Phát', 'Hòa Phát Thép', ['near_name']],
    ['Khách hàng 12', 'Khách hàng 13', null],
    ['An Phát', 'An Phú', null],
  ])('%s and %s', (a, b, reasons) => {
    expect(accountReasons(account('1', a), account('2', b))).toEqual(reasons)
  })

  test('nearly the same name at another domain is another company; domain and number together tell', () => {
    const [here, there] = ['lan@dongnai-steel.vn', 'an@dongnai-steal.vn']
    expect(
      accountReasons(account('1', 'Dong Nai Steel', here), account('2', 'Dong Nai Steal', there)),
    ).toBeNull()
    expect(
      accountReasons(
        account('1', 'Minh Phát', 'lan@minhphat.vn', '024 3822 0000'),
        account('2', 'Văn phòng phía Nam', 'an@minhphat.vn', '+84 24 3822 0000'),
      ),
    ).toEqual(['same_domain', 'same_phone'])
  })
})

const person = (id: string, name: string, email: string, phone: string | null = null, accountId = `a${id}`) =>
  traitsOfContact({ id, accountId, name, email, phone, country: 'VN' })

describe('contacts', () => {
  test.each<[string, ContactTraits, ContactTraits, string[] | null]>([
    [
      'one name with and without diacritics, in either order, at one account',
      person('1', 'Trần Thị Lan', 'lan@minhphat.vn', null, 'a'),
      person('2', 'Lan Thi Tran', 'tran.lan@gmail.com', null, 'a'),
      ['same_name', 'same_account'],
    ],
    [
      'a shorter name of one account',
      person('1', 'Bà Trần Thị Lan', 'lan@minhphat.vn', null, 'a'),
      person('2', 'Lan Tran', 'ltran@minhphat.vn', null, 'a'),
      ['near_name', 'same_account'],
    ],
    [
      'a slip in a long word',
      person('1', 'Nguyễn Phương', 'p1@minhphat.vn', null, 'a'),
      person('2', 'Nguyen Phuogn', 'p2@minhphat.vn', null, 'a'),
      ['near_name', 'same_account'],
    ],
    [
      'one mailbox name and one number, whatever the account',
      person('1', 'Lan', 'lan.tran@minhphat.vn', '0912 345 678'),
      person('2', 'Trần L.', 'lantran@gmail.com', '+84 912 345 678'),
      ['same_phone', 'same_mailbox'],
    ],
    [
      'one name, two companies',
      person('1', 'Nguyễn Văn An', 'an@minhphat.vn'),
      person('2', 'Nguyễn Văn An', 'an@hoabinh.vn'),
      null,
    ],
    [
      'one name, two companies, and mailboxes called as everybody of that name',
      person('1', 'Dương Xuân Tuấn', 'duong.xuan.tuan.1@thep-bach-dang.vn'),
      person('2', 'Dương Xuân Tuấn', 'duong.xuan.tuan.1@co-khi-cat-ba.vn'),
      null,
    ],
    [
      'one name and one mailbox with a name of its own',
      person('1', 'Dương Xuân Tuấn', 'blackhorse88@gmail.com'),
      person('2', 'Dương Xuân Tuấn', 'blackhorse88@co-khi-cat-ba.vn'),
      ['same_name', 'same_mailbox'],
    ],
    [
      'one address at two companies',
      person('1', 'Nguyễn Văn An', 'nguyen.van.an@gmail.com'),
      person('2', 'Nguyễn Văn An', 'nguyen.van.an@gmail.com'),
      ['same_name', 'same_mailbox'],
    ],
    [
      'colleagues behind one switchboard',
      person('1', 'Trần Thị Lan', 'lan@minhphat.vn', '024 3822 0000', 'a'),
      person('2', 'Lê Văn Hùng', 'hung@minhphat.vn', '024 3822 0000', 'a'),
      null,
    ],
    [
      'names that are a letter apart',
      person('1', 'Nguyễn Văn Thanh', 'thanh@minhphat.vn', null, 'a'),
      person('2', 'Nguyễn Văn Thắng', 'thang@minhphat.vn', null, 'a'),
      null,
    ],
  ])('%s', (_, a, b, reasons) => {
    expect(compareContacts(a, b)?.reasons ?? null).toEqual(reasons)
  })
})

const names = ['Trần Thị Lan', 'Tran Lan', 'Lan', 'Nguyễn Phương', 'Nguyen Phuogn', 'Phuong Nguyen Van', 'An']
const companies = [
  'Công ty Minh Phát',
  'Minh Phat Steel',
  'Minh Phat Stele',
  'Steel Minh Phát',
  'Plant 1',
  'Plant 2',
]
const emails = [
  'lan.tran@minhphat.vn',
  'lantran@gmail.com',
  'p@minhphat.vn',
  'info@hoabinh.vn',
  'p@hoabinh.vn',
]
const phones = [null, '024 3822 0000', '+84 24 3822 0000', '0912345678', '12']
const anyPerson = fc.record({
  accountId: fc.constantFrom('a', 'b', 'c'),
  name: fc.constantFrom(...names),
  email: fc.constantFrom(...emails),
  phone: fc.constantFrom(...phones),
  country: fc.constant('VN'),
})
const anyCompany = fc.record({
  name: fc.constantFrom(...companies),
  website: fc.constantFrom('', 'https://www.minhphat.vn/x', 'hoabinh.vn'),
  people: fc.array(anyPerson, { maxLength: 2 }),
})
const numbered = <T>(items: readonly T[]) => items.map((item, at) => ({ ...item, id: `c${at}` }))
const key = ({ a, b, score }: LikelyPair) => `${a} ${b} ${score}`

function allPairs<T extends { id: string }>(items: readonly T[], compare: (a: T, b: T) => Likeness | null) {
  return items.flatMap((a, at) =>
    items.slice(at + 1).flatMap(b => {
      const likeness = compare(a, b)
      return likeness ? key({ a: a.id, b: b.id, ...likeness }) : []
    }),
  )
}

describe('laws', () => {
  test('the order of two records does not matter', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, anyCompany, anyCompany, (p, q, c, d) => {
        const [one, other] = [traitsOfContact({ ...p, id: '1' }), traitsOfContact({ ...q, id: '2' })]
        expect(compareContacts(one, other)).toEqual(compareContacts(other, one))
        const [left, right] = [traitsOfAccount({ ...c, id: '1' }), traitsOfAccount({ ...d, id: '2' })]
        expect(compareAccounts(left, right)).toEqual(compareAccounts(right, left))
      }),
    )
  })

  test('comparing what shares a key finds what comparing all with all finds', () => {
    // Eight at most: nothing is so common that it counts for nothing.
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 8 }), people => {
        const traits = numbered(people).map(traitsOfContact)
        const found = [...likelyContactPairs(traits)].filter(pair => pair !== null).map(key)
        expect(found.sort()).toEqual(allPairs(traits, compareContacts).sort())
      }),
    )
    fc.assert(
      fc.property(fc.array(anyCompany, { maxLength: 8 }), list => {
        const traits = numbered(list).map(traitsOfAccount)
        const found = [...likelyAccountPairs(traits)].filter(pair => pair !== null).map(key)
        expect(found.sort()).toEqual(allPairs(traits, compareAccounts).sort())
      }),
    )
  })
})

test('a number that many share says nothing', () => {
  const many = Array.from({ length: 20 }, (_, n) =>
    person(`${100 + n}`, 'Nguyễn Văn An', `an${n}@gmail.com`, '024 3822 0000'),
  )
  expect([...likelyContactPairs(many)].filter(pair => pair !== null)).toEqual([])
})

test('a crowded company is split by names, and nobody is overlooked', () => {
  const crowd = Array.from({ length: 300 }, (_, n) =>
    person(
      `${1000 + n}`,
      `Nguyễn ${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}${n}`,
      `x${n}@gmail.com`,
      null,
      'a',
    ),
  )
  const twice = [
    person('1', 'Trần Thị Lan', 'l1@gmail.com', null, 'a'),
    person('2', 'Lan Tran', 'l2@gmail.com', null, 'a'),
  ]
  const found = [...likelyContactPairs([...crowd, ...twice])].filter(pair => pair !== null)
  expect(found).toEqual([{ a: '1', b: '2', score: 0.6, reasons: ['near_name', 'same_account'] }])
})
