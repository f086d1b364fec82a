import type { HolidayOverride } from './holidays.ts'

const substitute = 'Bộ luật Lao động 2019, Điều 111 khoản 3 (nghỉ bù vào ngày làm việc kế tiếp)'
const nationalDay = 'Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ (Quốc khánh nghỉ 2 ngày)'
const swap =
  'Lịch nghỉ năm 2026 của Bộ Nội vụ: hoán đổi ngày làm việc khu vực công, khuyến khích doanh nghiệp áp dụng'
const cultureDay =
  'Nghị quyết 80-NQ/TW ngày 07/01/2026, Nghị quyết 30/NQ-CP; chờ sửa đổi Bộ luật Lao động, Điều 112'
const expected = 'dự kiến, kiểm tra lại khi có thông báo nghỉ lễ năm 2027'

/**
 * What `date-holidays` misses in Vietnam in 2026 and 2027: substitute days, the second day of National Day, working days
 * that were swapped, and Culture Day. Tết day 1 is 17 February 2026 and 6 February 2027; its five days are in the base.
 *
 * The second National Day is announced year by year as 1 or 3 September. Entries for 2027 are what the law and earlier
 * years lead one to expect; their source says so. A starting list: every region edits its own copy.
 */
export const vietnamHolidays: readonly HolidayOverride[] = [
  {
    date: '2026-01-02',
    kind: 'add',
    name: 'Nghỉ Tết Dương lịch (hoán đổi)',
    source: `${swap}; làm bù 10/01/2026`,
  },
  { date: '2026-04-27', kind: 'add', name: 'Nghỉ bù Giỗ tổ Hùng Vương', source: substitute },
  {
    date: '2026-08-31',
    kind: 'add',
    name: 'Nghỉ Quốc khánh (hoán đổi)',
    source: `${swap}; làm bù 22/08/2026`,
  },
  {
    date: '2026-09-01',
    kind: 'add',
    name: 'Quốc khánh (ngày thứ hai)',
    source: `${nationalDay}; lịch nghỉ năm 2026 của Bộ Nội vụ`,
  },
  { date: '2026-11-24', kind: 'add', name: 'Ngày Văn hóa Việt Nam', source: cultureDay },
  { date: '2027-02-10', kind: 'add', name: 'Nghỉ bù Tết Nguyên Đán', source: `${substitute}; ${expected}` },
  { date: '2027-02-11', kind: 'add', name: 'Nghỉ bù Tết Nguyên Đán', source: `${substitute}; ${expected}` },
  { date: '2027-05-03', kind: 'add', name: 'Nghỉ bù Quốc tế Lao động', source: substitute },
  {
    date: '2027-09-03',
    kind: 'add',
    name: 'Quốc khánh (ngày thứ hai)',
    source: `${nationalDay}; ${expected}`,
  },
  { date: '2027-11-24', kind: 'add', name: 'Ngày Văn hóa Việt Nam', source: `${cultureDay}; ${expected}` },
]
