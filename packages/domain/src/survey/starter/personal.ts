import type { QuestionOf } from '../question.ts'
import { starter } from './starter-question.ts'

/** What asks for personal data always says what it is for. */
export const personal = [
  starter<QuestionOf<'yes-no'>>(
    'call-back',
    { en: 'Wish for a call', vi: 'Muốn được gọi lại' },
    {
      kind: 'yes-no',
      text: {
        en: 'Would you like somebody to call you about your answers?',
        vi: 'Anh/chị có muốn chúng tôi gọi để trao đổi về những câu trả lời này không?',
      },
      offerNotApplicable: false,
    },
  ),
  starter<QuestionOf<'contact-details'>>(
    'reach',
    { en: 'How to reach them for a reply', vi: 'Cách liên hệ để phản hồi' },
    {
      kind: 'contact-details',
      text: {
        en: 'Where may we reach you about this?',
        vi: 'Chúng tôi có thể liên hệ với anh/chị về việc này ở đâu?',
      },
      fields: [
        {
          id: 'name',
          text: { en: 'So that we know whom to ask for.', vi: 'Để chúng tôi biết cần gặp ai.' },
        },
        {
          id: 'phone',
          text: {
            en: 'Used once, for this call, and then deleted.',
            vi: 'Chỉ dùng một lần cho cuộc gọi này, sau đó được xóa.',
          },
        },
      ],
    },
  ),
  starter<QuestionOf<'consent'>>(
    'quote',
    { en: 'Consent: quoting by name', vi: 'Đồng ý: trích dẫn kèm tên' },
    {
      kind: 'consent',
      use: 'quote',
      text: {
        en: 'I agree that my comment may be quoted with my name and company. I can withdraw this at any time.',
        vi: 'Tôi đồng ý để ý kiến của tôi được trích dẫn kèm tên và công ty. Tôi có thể rút lại bất cứ lúc nào.',
      },
    },
  ),
  starter<QuestionOf<'consent'>>(
    'quote-nameless',
    { en: 'Consent: quoting without a name', vi: 'Đồng ý: trích dẫn ẩn danh' },
    {
      kind: 'consent',
      use: 'quote',
      text: {
        en: 'I agree that my words may be quoted without my name and without my company.',
        vi: 'Tôi đồng ý để lời của tôi được trích dẫn ẩn danh: giấu cả tên tôi lẫn tên công ty.',
      },
    },
  ),
  starter<QuestionOf<'consent'>>(
    'pass-on',
    { en: 'Consent: passing answers on', vi: 'Đồng ý: chuyển câu trả lời' },
    {
      kind: 'consent',
      text: {
        en: 'I agree that my answers may be passed on, with my name, to the person who looks after our company.',
        vi: 'Tôi đồng ý để câu trả lời của tôi, kèm tên tôi, được chuyển đến người phụ trách công ty chúng tôi.',
      },
    },
  ),
  starter<QuestionOf<'upload'>>(
    'photo',
    { en: 'Photo of the fault', vi: 'Ảnh chụp chỗ lỗi' },
    {
      kind: 'upload',
      text: {
        en: 'If a photo shows the fault, you can add it here.',
        vi: 'Nếu có ảnh chụp chỗ lỗi, anh/chị có thể gửi tại đây.',
      },
      help: { en: 'Please show no people.', vi: 'Xin đừng chụp người trong ảnh.' },
      accept: ['image'],
      maxFiles: 3,
      maxMegabytes: 10,
    },
  ),
] as const
