import { createWords } from '@sixfold/contract/words'

/** Six factors by group. */
export const groupWords = createWords({
  en: {
    title: 'Satisfied by group',
    by: 'Tell apart by',
    'by.region': 'Region',
    'by.segment': 'Segment',
    'by.seniority': 'Role',
    'by.product': 'Product',
    'by.mode': 'Mode',
    'why.region': 'The region of the contact when the wave was launched.',
    'why.segment': 'The segment of the account when the wave was launched.',
    'why.seniority': 'What the contact decides, as the customer record said when the wave was launched.',
    'why.product':
      'The product that the account had bought last when the wave was launched, so that every answer counts once.',
    'why.mode': 'How the answers came. People are kinder on the phone: a difference may be that of the mode.',
    'group.seniority:executive': 'Executives',
    'group.seniority:manager': 'Managers',
    'group.seniority:specialist': 'Specialists',
    'group.mode:web': 'On the web',
    'group.mode:phone': 'On the phone',
    'group.mode:round_table': 'At a round table',
    unnamed: 'No longer in the record',
    unrecorded: 'Not recorded',
    group: 'Group',
    factor: 'Factor',
    responses: 'Answers',
    cell: '{low} to {high}, n {n}',
    hidden: 'Not shown',
    legend:
      '– Not shown: fewer than {minimum} answers, or fewer could be computed by taking one group from another, within this table or together with other ones.',
    ends: 'Small figures: {confidence} interval and number of answers.',
    widest: 'The widest gap is in {factor}: {lowest} ({lowGroup}) to {highest} ({highGroup}).',
    gapClear:
      '{pairs, plural, one {That is unlikely to be chance.} other {That is unlikely to be chance, even as the widest of # pairs.}}',
    gapChance:
      '{pairs, plural, one {It could be chance.} other {It could be chance: among # pairs one is always the widest.}}',
    others: '{points} against all others',
    judged:
      '{count, plural, one {One score is compared with all others who answered.} other {# scores are compared with all others who answered, and judged together (Holm): a mark stands only where chance hardly explains it among so many.}}',
    untilClosed: 'Groups follow when the wave has closed',
    untilClosedText:
      'Shown to you once the wave has closed: while people answer, two looks could tell what one of them said.',
    empty: 'No group can be told apart',
    emptyText: 'This was not recorded when the wave was launched, or too few have answered.',
  },
  vi: {
    title: 'Hài lòng theo nhóm',
    by: 'Phân theo',
    'by.region': 'Khu vực',
    'by.segment': 'Phân khúc',
    'by.seniority': 'Vai trò',
    'by.product': 'Sản phẩm',
    'by.mode': 'Cách trả lời',
    'why.region': 'Khu vực của người liên hệ khi mở đợt khảo sát.',
    'why.segment': 'Phân khúc của công ty khi mở đợt khảo sát.',
    'why.seniority': 'Cấp quyết định của người liên hệ, theo hồ sơ khách hàng khi mở đợt khảo sát.',
    'why.product':
      'Sản phẩm công ty mua gần nhất tính đến khi mở đợt khảo sát, để mỗi câu trả lời chỉ được tính một lần.',
    'why.mode':
      'Câu trả lời đến bằng cách nào. Qua điện thoại người ta thường nhẹ lời hơn: khác biệt có thể chỉ do cách hỏi.',
    'group.seniority:executive': 'Lãnh đạo',
    'group.seniority:manager': 'Quản lý',
    'group.seniority:specialist': 'Chuyên viên',
    'group.mode:web': 'Trên web',
    'group.mode:phone': 'Qua điện thoại',
    'group.mode:round_table': 'Tại bàn tròn',
    unnamed: 'Không còn trong hồ sơ',
    unrecorded: 'Chưa ghi nhận',
    group: 'Nhóm',
    factor: 'Yếu tố',
    responses: 'Câu trả lời',
    cell: '{low} đến {high}, n {n}',
    hidden: 'Không hiển thị',
    legend:
      '– Không hiển thị: dưới {minimum} câu trả lời, hoặc có thể tính ra ít hơn thế khi lấy nhóm này trừ nhóm kia, trong bảng này hay ghép với bảng khác.',
    ends: 'Số nhỏ: khoảng tin cậy {confidence} và số câu trả lời.',
    widest: 'Chênh lệch lớn nhất ở {factor}: {lowest} ({lowGroup}) đến {highest} ({highGroup}).',
    gapClear:
      '{pairs, plural, =1 {Điều này khó là ngẫu nhiên.} other {Điều này khó là ngẫu nhiên, dù là chênh lệch lớn nhất trong # cặp.}}',
    gapChance:
      '{pairs, plural, =1 {Có thể do ngẫu nhiên.} other {Có thể do ngẫu nhiên: trong # cặp luôn có một cặp chênh nhau nhiều nhất.}}',
    others: '{points} so với mọi người khác',
    judged:
      '{count, plural, =1 {Một điểm được so với mọi người khác đã trả lời.} other {# điểm được so với mọi người khác đã trả lời và được xét cùng nhau (Holm): dấu chỉ xuất hiện ở chỗ ngẫu nhiên khó giải thích nổi giữa ngần ấy phép so sánh.}}',
    untilClosed: 'Các nhóm hiện ra khi đợt khảo sát đóng',
    untilClosedText:
      'Anh/chị sẽ xem được khi đợt khảo sát đóng: trong lúc còn người trả lời, xem hai lần có thể biết một người đã nói gì.',
    empty: 'Chưa tách được nhóm nào',
    emptyText: 'Điều này chưa được ghi nhận khi mở đợt khảo sát, hoặc có quá ít câu trả lời.',
  },
})

export type SayGroups = ReturnType<typeof groupWords>
