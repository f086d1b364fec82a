/** What customers say at the demonstration's round tables, with what becomes of it. */
export interface Statement {
  /** As staff note it; every office notes in English. */
  text: string
  /** As it stands in an agenda for Vietnamese guests. */
  topic: string
  said: { en: string; vi: string }
  factor: string
  fate: 'heard' | 'planned' | 'in_work' | 'done' | 'declined'
  reason?: string
  /** What those who raised it were told. */
  told?: { said: { en: string; vi: string }; did: { en: string; vi: string } }
}

export const statements: readonly Statement[] = [
  {
    text: 'Deliver on Saturdays too',
    topic: 'Giao hàng cả thứ Bảy',
    said: {
      en: 'Our line stands still on Monday mornings because Friday deliveries come too late.',
      vi: 'Hàng giao chiều thứ Sáu là đã muộn, sáng thứ Hai dây chuyền của chúng tôi phải đứng.',
    },
    factor: 'delivery',
    fate: 'done',
    told: {
      said: { en: 'Please deliver on Saturdays too.', vi: 'Xin giao hàng cả thứ Bảy.' },
      did: {
        en: 'There is a Saturday morning round now. Your depot tells you the hour the day before.',
        vi: 'Nay đã có chuyến giao sáng thứ Bảy. Kho báo giờ đến cho anh/chị từ hôm trước.',
      },
    },
  },
  {
    text: 'Tell customers a day ahead when a delivery will be late',
    topic: 'Báo trước một ngày khi giao hàng muộn',
    said: {
      en: 'A late cabinet is bad; hearing of it from the driver is worse.',
      vi: 'Tủ đến muộn đã khó, đến khi tài xế gọi mới biết thì còn khó hơn.',
    },
    factor: 'delivery',
    fate: 'in_work',
    told: {
      said: { en: 'Tell us before a delivery is late.', vi: 'Xin báo trước khi giao muộn.' },
      did: {
        en: 'We are testing a message the evening before with twenty customers.',
        vi: 'Chúng tôi đang thử gửi tin báo từ tối hôm trước cho hai mươi khách hàng.',
      },
    },
  },
  {
    text: 'Name one engineer per site who knows the installation',
    topic: 'Mỗi nhà máy có một kỹ sư nắm rõ hệ thống',
    said: {
      en: 'Every visit begins with explaining our plant from scratch.',
      vi: 'Lần nào kỹ thuật viên đến chúng tôi cũng phải giải thích nhà máy lại từ đầu.',
    },
    factor: 'support-and-service',
    fate: 'planned',
  },
  {
    text: 'Spare parts list with the visit, agreed on by telephone',
    topic: 'Thống nhất danh mục phụ tùng qua điện thoại trước khi đến',
    said: {
      en: 'Twice the part we had named was not in the van.',
      vi: 'Đã hai lần phụ tùng chúng tôi nói rõ mà không có trên xe.',
    },
    factor: 'support-and-service',
    fate: 'in_work',
  },
  {
    text: 'Invoices as structured files for our accounting system',
    topic: 'Hóa đơn dạng dữ liệu cho phần mềm kế toán',
    said: {
      en: 'We still type your invoices by hand.',
      vi: 'Hóa đơn của bên mình chúng tôi vẫn phải nhập tay.',
    },
    factor: 'administration',
    fate: 'planned',
  },
  {
    text: 'One invoice a month instead of one per delivery',
    topic: 'Mỗi tháng một hóa đơn thay vì mỗi lần giao một hóa đơn',
    said: {
      en: 'Forty invoices for one month are forty approvals.',
      vi: 'Một tháng bốn mươi hóa đơn là bốn mươi lần duyệt.',
    },
    factor: 'administration',
    fate: 'declined',
    reason: 'Tax rules of two of our countries ask for an invoice with each delivery.',
    told: {
      said: { en: 'One invoice a month, please.', vi: 'Xin gộp một hóa đơn mỗi tháng.' },
      did: {
        en: 'The law asks for one per delivery. From now on you get a monthly list to approve them in one step.',
        vi: 'Luật yêu cầu mỗi lần giao một hóa đơn. Từ nay có bảng kê tháng để anh/chị duyệt một lần.',
      },
    },
  },
  {
    text: 'Show energy use of each cabinet in the web interface',
    topic: 'Xem điện năng tiêu thụ của từng tủ trên giao diện web',
    said: {
      en: 'Our own customers ask us for these figures.',
      vi: 'Chính khách hàng của chúng tôi hỏi các số liệu này.',
    },
    factor: 'technical-solutions',
    fate: 'heard',
  },
  {
    text: 'Longer warranty for cabinets near the sea',
    topic: 'Bảo hành dài hơn cho tủ đặt gần biển',
    said: {
      en: 'Salt air takes two years off every contact.',
      vi: 'Gần biển, hơi muối làm tiếp điểm giảm hai năm tuổi thọ.',
    },
    factor: 'technical-solutions',
    fate: 'heard',
  },
  {
    text: 'Data sheets in Vietnamese on the day a product comes out',
    topic: 'Tài liệu kỹ thuật tiếng Việt ngay ngày ra mắt sản phẩm',
    said: {
      en: 'Our fitters read Vietnamese, the data sheets do not.',
      vi: 'Thợ của chúng tôi đọc tiếng Việt, còn tài liệu thì chưa.',
    },
    factor: 'marketing',
    fate: 'in_work',
  },
  {
    text: 'Tell us earlier which products end',
    topic: 'Báo sớm hơn khi sản phẩm sắp ngừng',
    said: {
      en: 'We planned two plants with a relay that was gone a month later.',
      vi: 'Chúng tôi thiết kế hai nhà máy với loại rơ-le mà tháng sau đã ngừng bán.',
    },
    factor: 'company-image',
    fate: 'planned',
  },
]
