import type { RandomSource } from '@sixfold/domain/random'
import { pick } from './pick.ts'

/** Name parts of the demonstration's people, by country. Vietnamese names run family, middle, given. */
const vietnamese = {
  family: [
    'Nguyễn',
    'Trần',
    'Lê',
    'Phạm',
    'Hoàng',
    'Huỳnh',
    'Phan',
    'Vũ',
    'Võ',
    'Đặng',
    'Bùi',
    'Đỗ',
    'Hồ',
    'Ngô',
    'Dương',
    'Lý',
    'Đinh',
    'Trương',
  ],
  middle: [
    'Thị',
    'Văn',
    'Minh',
    'Thu',
    'Quốc',
    'Ngọc',
    'Hữu',
    'Thanh',
    'Đức',
    'Kim',
    'Gia',
    'Anh',
    'Hoài',
    'Xuân',
  ],
  given: [
    'Hà',
    'Long',
    'Linh',
    'Dũng',
    'Hương',
    'Tuấn',
    'Mai',
    'Phúc',
    'Quỳnh',
    'Nam',
    'Trang',
    'Khoa',
    'Yến',
    'Bảo',
    'Ngân',
    'Thắng',
    'Vy',
    'Đạt',
    'Uyên',
    'Sơn',
  ],
}
const german = {
  given: [
    'Anna',
    'Jonas',
    'Katrin',
    'Lukas',
    'Sabine',
    'Matthias',
    'Jürgen',
    'Heike',
    'Felix',
    'Birgit',
    'Stefan',
    'Ute',
  ],
  family: [
    'Kessler',
    'Bauer',
    'Vogel',
    'Schröder',
    'Krüger',
    'Lorenz',
    'Böhm',
    'Hartmann',
    'Seidel',
    'Weiß',
    'Möller',
    'Zimmermann',
  ],
}
const singaporean = {
  family: ['Tan', 'Lim', 'Lee', 'Ng', 'Wong', 'Koh', 'Goh', 'Chua', 'Nair', 'Rahman'],
  given: [
    'Wei Ling',
    'Jia Hui',
    'Kok Wai',
    'Mei Fen',
    'Boon Keng',
    'Priya',
    'Arjun',
    'Siti',
    'Hui Min',
    'Jun Jie',
  ],
}

/** A person's name as it is written in the country. */
export function personName(random: RandomSource, country: string): string {
  if (country === 'VN')
    return [
      pick(random, vietnamese.family),
      pick(random, vietnamese.middle),
      pick(random, vietnamese.given),
    ].join(' ')
  if (country === 'DE') return `${pick(random, german.given)} ${pick(random, german.family)}`
  return `${pick(random, singaporean.family)} ${pick(random, singaporean.given)}`
}

/** What people do at their company; the first are executives. */
export const positions = [
  { role: 'Chief executive', seniority: 'executive' },
  { role: 'Plant director', seniority: 'executive' },
  { role: 'Head of purchasing', seniority: 'manager' },
  { role: 'Maintenance lead', seniority: 'manager' },
  { role: 'Process engineer', seniority: 'specialist' },
  { role: 'Quality manager', seniority: 'manager' },
  { role: 'Finance controller', seniority: 'specialist' },
] as const
