import { createWords } from '@sixfold/contract/words'

/** A calendar of the guest's own events to subscribe to, on the page of an invitation. */
export const ownCalendarWords = createWords({
  en: {
    title: 'Always up to date in your calendar',
    text: 'We can send you an address that your calendar program subscribes to: it holds your events with us and follows every change. For your safety it goes by mail to the address that we have of you.',
    on: 'Your calendar program can read an address with your events. Whoever knows it can read them too.',
    send: 'Send me the address',
    again: 'Send it to me again',
    end: 'End the address',
    'done.send': 'We have sent you a mail with the address. It may take a few minutes.',
    'done.end': 'The address reads nothing any more.',
  },
  vi: {
    title: 'Luôn cập nhật trong lịch của anh/chị',
    text: 'Chúng tôi có thể gửi một địa chỉ để phần mềm lịch của anh/chị đăng ký: lịch đó có các buổi gặp với chúng tôi và tự cập nhật mọi thay đổi. Để bảo đảm an toàn, địa chỉ được gửi tới hộp thư của anh/chị mà chúng tôi đang có.',
    on: 'Phần mềm lịch của anh/chị đọc được một địa chỉ có các buổi gặp. Ai biết địa chỉ này cũng xem được.',
    send: 'Gửi địa chỉ cho tôi',
    again: 'Gửi lại cho tôi',
    end: 'Ngừng địa chỉ này',
    'done.send': 'Chúng tôi đã gửi thư có địa chỉ. Có thể mất vài phút.',
    'done.end': 'Địa chỉ không còn đọc được nữa.',
  },
})
