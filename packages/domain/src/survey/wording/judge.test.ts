import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TextRole, WordingCode } from './judge.ts'
import { judge } from './judge.ts'
import { split } from './split.ts'

const codes = (text: string, language: string, role: TextRole) =>
  judge(text, language, role).map(({ code }) => code)

/** Sentences that a survey may well ask, many of them with words that only look like a fault. */
const wellWorded: readonly [language: string, text: string, role?: TextRole][] = [
  ['en', 'How satisfied or dissatisfied are you with the speed of delivery?'],
  ['en', 'How likely or unlikely are you to recommend us to a colleague or partner?'],
  ['en', 'All in all, how likely are you to recommend us to a friend or colleague?'],
  ['en', 'How easy or difficult was it to reach our support?'],
  [
    'en',
    'Over the last three months, and thinking of all your orders, how satisfied are you with our prices?',
  ],
  ['en', 'When you called us and spoke to an engineer, how helpful was the answer?'],
  ['en', 'The terms and conditions of our contracts'],
  ['en', 'Communication between sales and support'],
  ['en', 'Did your order arrive within one or two days?'],
  ['en', 'Our sales and service team'],
  ['en', 'How well do we understand what you and your team need?'],
  ['en', 'Our help when something breaks down and production stops'],
  ['en', 'The papers that come with a delivery (invoice, packing list and certificate)'],
  ['en', 'Was the technician on time or late for the first visit?', 'asks'],
  ['en', 'Do you use the portal more or less than a year ago?'],
  ['en', 'The way Black and Decker tools are presented in our shop'],
  ['en', 'Reliability of our products in daily use'],
  ['en', 'Research and development at our company'],
  ['en', 'Goods arrive on the agreed day.', 'states'],
  ['en', 'The service I received was excellent.', 'states'],
  ['en', 'I know whom to call.', 'states'],
  ['en', 'Our answers no later than the next working day'],
  ['en', 'Our work is not only fast.', 'asks'],
  ['en', 'How we act when an order does not arrive on the agreed day'],
  ['en', 'The way we tell you that something is not possible'],
  ['en', 'How satisfied or not satisfied are you with our prices?'],
  ['en', 'What should we do better?', 'asks'],
  ['en', 'A sentence is enough. You may also leave this empty.', 'tells'],
  ['en', 'How fast or slow was our reply?'],
  ['en', 'The advice you got on the phone, by mail or at your site', 'asks'],
  ['en', 'Price in relation to what you receive'],
  ['en', 'Our service level agreement (SLA) in the last quarter'],
  ['en', 'How clear or unclear was our invoice?'],
  ['en', 'How good or bad is the quality of our documentation?'],
  ['en', 'Is the machine running again?'],
  ['en', 'We ask every customer once a quarter. It takes five minutes.', 'tells'],
  ['en', 'The spare parts for line A1 and B2B deliveries', 'asks'],
  ['en', 'Compared to our competitors, is our quality better, worse, or about the same?'],
  ['en', 'The support you get at night and on weekends'],
  ['en', 'I would imagine that most people would learn to use this system quickly.', 'states'],
  ['en', 'I found the various functions in this system were well integrated.', 'states'],
  ['en', 'To what extent do you agree or disagree that our prices are fair?'],
  ['en', 'How satisfied are you with the working relationship between your purchasing and our sales?'],
  ['en', 'What do you not like about our portal?', 'asks'],
  ['en', 'Which products and services have you bought from us?', 'asks'],
  ['en', 'Every answer counts, and nobody outside our company sees it.', 'tells'],
  [
    'en',
    'I agree to the use of my data for this purpose. I can withdraw my consent at any time.',
    'consents',
  ],
  ['vi', 'Anh/chị sẽ tiếp tục mua hàng của chúng tôi chứ không?'],
  ['vi', 'Đã bao giờ anh/chị phải gọi hai lần về cùng một việc chưa?'],
  ['vi', 'Nhiệt độ kho hàng không quá 25 độ'],
  ['vi', 'Nếu chưa từng liên hệ bộ phận hỗ trợ, anh/chị chọn “Không áp dụng”.', 'tells'],
  ['vi', 'Anh/chị hài lòng hay không hài lòng về tốc độ giao hàng?'],
  ['vi', 'Trong ba tháng qua, anh/chị hài lòng hay không hài lòng về từng điểm sau?'],
  ['vi', 'Nhìn chung, khả năng anh/chị giới thiệu chúng tôi với đồng nghiệp hoặc đối tác là bao nhiêu?'],
  ['vi', 'Mức độ dễ hay khó khi sử dụng sản phẩm'],
  ['vi', 'Việc liên hệ với bộ phận hỗ trợ khi anh/chị cần'],
  ['vi', 'Anh/chị có hài lòng về giá cả không?'],
  ['vi', 'Anh/chị đã nhận được hóa đơn chưa?'],
  ['vi', 'Sau khi gọi điện và trao đổi với kỹ thuật viên, anh/chị hài lòng đến mức nào?'],
  ['vi', 'Sự phối hợp giữa phòng kinh doanh và phòng kỹ thuật'],
  ['vi', 'Bộ phận kinh doanh và tiếp thị của chúng tôi'],
  ['vi', 'Giấy tờ kèm theo hàng (hóa đơn, phiếu đóng gói và chứng nhận)'],
  ['vi', 'Dịch vụ vận chuyển bằng đường hàng không'],
  ['vi', 'Không khí làm việc giữa hai bên'],
  ['vi', 'Chất lượng không chỉ ở sản phẩm.', 'asks'],
  ['vi', 'Anh/chị có hay gặp sự cố không?'],
  ['vi', 'Cách chúng tôi xử lý khi hàng không đến đúng hẹn'],
  ['vi', 'Hàng được giao đúng ngày đã hẹn.', 'states'],
  ['vi', 'Dịch vụ tôi nhận được rất xuất sắc.', 'states'],
  ['vi', 'Điều khoản và điều kiện của hợp đồng'],
  ['vi', 'Chúng tôi nên làm gì tốt hơn?', 'asks'],
  ['vi', 'Một câu là đủ. Anh/chị cũng có thể để trống.', 'tells'],
  ['vi', 'Thời gian chờ đến khi có người trả lời điện thoại'],
  ['vi', 'Độ rõ ràng của hóa đơn'],
  ['vi', 'Việc nghiên cứu và phát triển sản phẩm mới'],
  ['vi', 'Thông tin anh/chị nhận được từ chúng tôi'],
  ['vi', 'Anh/chị sử dụng sản phẩm nhiều hay ít so với năm trước?'],
  ['vi', 'Anh/chị hiểu hay không hiểu nội dung hóa đơn?'],
  ['vi', 'Mức giá so với những gì anh/chị nhận được'],
  ['vi', 'Chúng tôi hiểu nhu cầu của anh/chị và đồng nghiệp của anh/chị đến mức nào?'],
  ['vi', 'Nếu máy dừng và cần sửa gấp, chúng tôi hỗ trợ nhanh hay chậm?'],
]

const badlyWorded: readonly [language: string, text: string, code: WordingCode, role?: TextRole][] = [
  ['en', 'How satisfied are you with our price and quality?', 'double_barrelled'],
  ['en', 'The papers are complete and the driver is helpful.', 'double_barrelled', 'states'],
  ['en', 'Speed and accuracy of delivery', 'double_barrelled'],
  ['en', 'Was the invoice or the delivery note correct?', 'double_barrelled'],
  ['en', 'How satisfied are you with delivery, installation and training?', 'double_barrelled'],
  ['en', 'How helpful was our support when you called, and how quickly was it solved?', 'double_barrelled'],
  ['en', 'Our staff is friendly as well as competent.', 'double_barrelled', 'states'],
  ['en', 'Quality/reliability of our products', 'double_barrelled'],
  ['en', 'How easy was it to find and order a product?', 'double_barrelled'],
  ['en', 'Over the last quarter, how satisfied were you with hardware and software?', 'double_barrelled'],
  ['en', 'How was the delivery? How was the price?', 'double_barrelled'],
  ['en', 'Don’t you agree that our support is fast?', 'leading'],
  ['en', "Don't you think delivery was on time?", 'leading'],
  ['en', 'How satisfied are you with our excellent service?', 'leading'],
  ['en', 'Our excellent engineers solved my problem.', 'leading', 'states'],
  ['en', 'Delivery was on time, wasn’t it?', 'leading'],
  ['en', 'You are satisfied, right?', 'leading'],
  ['en', 'How much do you like our new portal?', 'leading'],
  ['en', 'As you know, we have lowered our prices. How satisfied are you?', 'leading'],
  ['en', 'Would you agree that our prices are fair?', 'leading'],
  ['en', 'Most customers renew their contract. How satisfied are you?', 'leading'],
  ['en', 'What do you love about our award-winning products?', 'leading', 'asks'],
  ['en', 'How satisfied are you with our world-class training?', 'leading'],
  ['en', 'The delivery was not late.', 'negated', 'states'],
  ['en', 'Did the driver not call before arriving?', 'negated'],
  ['en', 'Our invoices don’t cause questions.', 'negated', 'states'],
  ['en', 'It is not unusual that deliveries are late.', 'double_negative', 'states'],
  ['en', 'I do not disagree with the price.', 'double_negative', 'states'],
  ['en', 'We cannot order without calling you.', 'double_negative', 'states'],
  ['en', 'Tick this box if you do not want us not to write to you.', 'double_negative', 'consents'],
  ['en', 'I do not want my answers to be passed on.', 'negated', 'consents'],
  ['en', 'Goods always arrive on the agreed day.', 'absolute', 'states'],
  ['en', 'The driver never comes late.', 'absolute', 'states'],
  ['en', 'Everyone at our company can use the portal.', 'absolute', 'states'],
  ['en', 'Are you completely satisfied with the installation?', 'absolute'],
  ['en', 'Support can be reached at all times.', 'absolute', 'states'],
  ['en', 'How satisfied are you with our touchpoints?', 'jargon'],
  ['en', 'The way we leverage your feedback', 'jargon'],
  ['en', 'Response within the SLA', 'acronym'],
  ['en', 'How satisfied are you with our CRM?', 'acronym'],
  [
    'en',
    'Considering the multiplicity of organisational interdependencies characterising contemporary procurement, how satisfactory is the responsiveness of our administrative infrastructure?',
    'hard_to_read',
  ],
  ['vi', 'Anh/chị hài lòng về giá cả và chất lượng đến mức nào?', 'double_barrelled'],
  ['vi', 'Giấy tờ đầy đủ và tài xế tận tình.', 'double_barrelled', 'states'],
  ['vi', 'Tốc độ cũng như độ chính xác của việc giao hàng', 'double_barrelled'],
  ['vi', 'Nhân viên thân thiện hoặc am hiểu sản phẩm.', 'double_barrelled', 'states'],
  ['vi', 'Trong ba tháng qua, anh/chị hài lòng thế nào về bảo hành và sửa chữa?', 'double_barrelled'],
  ['vi', 'Thái độ phục vụ và/hoặc tốc độ giao hàng', 'double_barrelled'],
  ['vi', 'Anh/chị có hài lòng về giá không? Anh/chị có hài lòng về chất lượng không?', 'double_barrelled'],
  ['vi', 'Anh/chị có đồng ý rằng dịch vụ của chúng tôi nhanh không?', 'leading'],
  ['vi', 'Anh/chị hài lòng thế nào về dịch vụ tuyệt vời của chúng tôi?', 'leading'],
  ['vi', 'Hàng được giao đúng hẹn, phải không?', 'leading'],
  ['vi', 'Như anh/chị đã biết, giá đã giảm. Anh/chị hài lòng thế nào?', 'leading'],
  ['vi', 'Chắc hẳn anh/chị hài lòng về việc giao hàng?', 'leading'],
  ['vi', 'Đa số khách hàng đều gia hạn hợp đồng. Còn anh/chị?', 'leading'],
  ['vi', 'Anh/chị thích đến mức nào cổng thông tin mới?', 'leading'],
  ['vi', 'Giá của chúng tôi hợp lý chứ?', 'leading'],
  ['vi', 'Việc giao hàng không chậm.', 'negated', 'states'],
  ['vi', 'Tôi chưa gặp khó khăn khi đặt hàng.', 'negated', 'states'],
  ['vi', 'Anh/chị có không hài lòng về việc không nhận được hàng không?', 'double_negative'],
  ['vi', 'Tôi không phản đối mức giá này.', 'double_negative', 'states'],
  ['vi', 'Không phải là tôi không hiểu hóa đơn.', 'leading', 'states'],
  ['vi', 'Chúng tôi không thể đặt hàng khi chưa gọi điện.', 'double_negative', 'states'],
  ['vi', 'Hàng luôn đến đúng hẹn.', 'absolute', 'states'],
  ['vi', 'Tài xế không bao giờ đến muộn.', 'absolute', 'states'],
  ['vi', 'Ai cũng dùng được cổng thông tin.', 'absolute', 'states'],
  ['vi', 'Tôi hoàn toàn hài lòng về giá.', 'absolute', 'states'],
  ['vi', 'Anh/chị hài lòng thế nào về cách chúng tôi xử lý feedback?', 'jargon'],
  ['vi', 'Thời gian phản hồi theo SLA', 'acronym'],
  ['vi', 'Chất lượng CSKH', 'acronym'],
  [
    'vi',
    'Xét trên toàn bộ các hoạt động phối hợp về mặt hành chính, kỹ thuật, tài chính mà công ty chúng tôi đã triển khai tại các cơ sở sản xuất của quý khách trong suốt thời gian thực hiện hợp đồng khung vừa qua, quý khách hài lòng đến mức nào?',
    'hard_to_read',
  ],
]

describe('wording', () => {
  test('the tables are large enough to mean something', () => {
    expect(wellWorded.length).toBeGreaterThanOrEqual(60)
    expect(badlyWorded.length).toBeGreaterThanOrEqual(60)
  })

  test.each(wellWorded.map(([language, text, role = 'rates']) => ({ language, text, role })))(
    '$language: nothing against “$text”',
    ({ language, text, role }) => {
      expect(codes(text, language, role)).toEqual([])
    },
  )

  test.each(badlyWorded.map(([language, text, code, role = 'rates']) => ({ language, text, code, role })))(
    '$language: “$text” is $code',
    ({ language, text, code, role }) => {
      expect(codes(text, language, role)).toContain(code)
    },
  )
})

describe('whatever is written', () => {
  const roles: TextRole[] = ['rates', 'states', 'asks', 'consents', 'tells', 'names']
  const odd = fc.string({ unit: 'grapheme', maxLength: 200 })
  const wordy = fc
    .array(
      fc.constantFrom(
        'and',
        'or',
        'not',
        'không',
        'và',
        'hay',
        'how',
        '?',
        ',',
        '(',
        ')',
        'SLA',
        'price',
        'giá',
        '{{contact.name|x}}',
      ),
      {
        maxLength: 40,
      },
    )
    .map(words => words.join(' '))

  test('what is found stands in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(odd, wordy),
        fc.constantFrom('en', 'vi', 'fr'),
        fc.constantFrom(...roles),
        (text, language, role) => {
          for (const { code, words } of judge(text, language, role))
            if (code !== 'hard_to_read') expect(text).toContain(words)
        },
      ),
    )
  })

  test('two halves are two texts, each shorter than the whole or as long', () => {
    fc.assert(
      fc.property(fc.oneof(odd, wordy), fc.constantFrom('en', 'vi'), (text, language) => {
        const halves = split(text, language)
        for (const half of halves ?? []) expect(half.length).toBeLessThanOrEqual(text.length + 1)
      }),
    )
  })

  test.each(['A', 'a/', '(', 'and ', 'not. ', 'không ', 'AB', '1,', '{{', 'anh/chị ', "a'"])(
    'five thousand letters of “%s” are read at once',
    part => {
      const text = part.repeat(5000 / part.length)
      const before = Date.now()
      for (const language of ['en', 'vi']) for (const role of roles) judge(text, language, role)
      // Twelve readings; anything that grows with the square of the length takes many seconds.
      expect(Date.now() - before).toBeLessThan(3000)
    },
  )

  test('a language without word lists is left alone', () => {
    expect(judge('Don’t you agree that our price and quality are excellent?', 'fr', 'rates')).toEqual([])
  })
})
