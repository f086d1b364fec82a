import type { FactorModel } from '../factor-model.ts'

/** IBM's six factors of customer satisfaction with their attributes: the default of the quarterly survey. */
export const ibmSix: FactorModel = {
  key: 'ibm-six',
  version: 1,
  name: { en: 'Six factors of a business relationship', vi: 'Sáu yếu tố của quan hệ hợp tác' },
  source:
    'Stephen H. Kan, Metrics and Models in Software Quality Engineering, 2nd edition, Addison-Wesley 2002, chapter 14',
  factors: [
    {
      key: 'technical-solutions',
      name: { en: 'Technical solutions', vi: 'Giải pháp kỹ thuật' },
      overall: { en: 'Our technical solutions, overall', vi: 'Nhìn chung, về giải pháp kỹ thuật' },
      attributes: [
        {
          key: 'quality',
          name: { en: 'Quality and reliability', vi: 'Chất lượng và độ tin cậy' },
          statement: {
            en: 'Reliability of our products in daily use',
            vi: 'Độ tin cậy của sản phẩm khi sử dụng hằng ngày',
          },
        },
        {
          key: 'availability',
          name: { en: 'Availability', vi: 'Mức độ sẵn sàng' },
          statement: {
            en: 'Availability of our products when you need them',
            vi: 'Mức độ sẵn sàng của sản phẩm khi anh/chị cần đến',
          },
        },
        {
          key: 'ease-of-use',
          name: { en: 'Ease of use', vi: 'Mức độ dễ sử dụng' },
          statement: {
            en: 'Ease or difficulty of using our products',
            vi: 'Mức độ dễ hay khó khi sử dụng sản phẩm',
          },
        },
        {
          key: 'pricing',
          name: { en: 'Pricing', vi: 'Giá cả' },
          statement: {
            en: 'Our prices in relation to what you receive',
            vi: 'Giá cả so với những gì anh/chị nhận được',
          },
        },
        {
          key: 'installation',
          name: { en: 'Installation', vi: 'Lắp đặt' },
          statement: {
            en: 'Installation of our products at your site',
            vi: 'Việc lắp đặt sản phẩm tại đơn vị của anh/chị',
          },
        },
        {
          key: 'new-technology',
          name: { en: 'New technology', vi: 'Công nghệ mới' },
          statement: {
            en: 'The new technology that we bring you',
            vi: 'Công nghệ mới mà chúng tôi mang đến cho anh/chị',
          },
        },
      ],
    },
    {
      key: 'support-and-service',
      name: { en: 'Support and service', vi: 'Hỗ trợ và dịch vụ' },
      overall: { en: 'Our support and service, overall', vi: 'Nhìn chung, về hỗ trợ và dịch vụ' },
      attributes: [
        {
          key: 'flexible',
          name: { en: 'Flexibility', vi: 'Sự linh hoạt' },
          statement: {
            en: 'How our support adapts when your situation changes',
            vi: 'Cách chúng tôi thích ứng khi nhu cầu hỗ trợ của anh/chị thay đổi',
          },
        },
        {
          key: 'accessible',
          name: { en: 'Accessibility', vi: 'Khả năng liên hệ' },
          statement: {
            en: 'Reaching our support when you need it',
            vi: 'Việc liên hệ với bộ phận hỗ trợ khi anh/chị cần',
          },
        },
        {
          key: 'product-knowledge',
          name: { en: 'Product knowledge', vi: 'Kiến thức sản phẩm' },
          statement: {
            en: 'What our support staff know about the products',
            vi: 'Kiến thức về sản phẩm của nhân viên hỗ trợ',
          },
        },
      ],
    },
    {
      key: 'marketing',
      name: { en: 'Marketing', vi: 'Tiếp thị và tư vấn' },
      overall: {
        en: 'The way we advise and inform you, overall',
        vi: 'Nhìn chung, về cách chúng tôi tư vấn và cung cấp thông tin',
      },
      attributes: [
        {
          key: 'solution',
          name: { en: 'Solution', vi: 'Giải pháp đề xuất' },
          statement: {
            en: 'How what we propose fits your business',
            vi: 'Mức độ phù hợp của giải pháp được đề xuất với công việc của anh/chị',
          },
        },
        {
          key: 'central-contact',
          name: { en: 'Central point of contact', vi: 'Đầu mối liên hệ' },
          statement: {
            en: 'Having one person to turn to at our company',
            vi: 'Việc có một đầu mối liên hệ tại công ty chúng tôi',
          },
        },
        {
          key: 'information',
          name: { en: 'Information', vi: 'Thông tin' },
          statement: {
            en: 'The information that you receive from us',
            vi: 'Thông tin anh/chị nhận được từ chúng tôi',
          },
        },
      ],
    },
    {
      key: 'administration',
      name: { en: 'Administration', vi: 'Thủ tục hành chính' },
      overall: { en: 'Our administration, overall', vi: 'Nhìn chung, về thủ tục hành chính' },
      attributes: [
        {
          key: 'purchasing',
          name: { en: 'Purchasing procedure', vi: 'Thủ tục mua hàng' },
          statement: { en: 'Our purchasing procedure', vi: 'Thủ tục mua hàng' },
        },
        {
          key: 'billing',
          name: { en: 'Billing procedure', vi: 'Thủ tục hóa đơn' },
          statement: { en: 'Our billing procedure', vi: 'Thủ tục xuất hóa đơn' },
        },
        {
          key: 'warranty-notice',
          name: { en: 'Warranty expiration notification', vi: 'Thông báo hết hạn bảo hành' },
          statement: {
            en: 'How we tell you that a warranty is about to end',
            vi: 'Việc thông báo khi bảo hành sắp hết hạn',
          },
        },
      ],
    },
    {
      key: 'delivery',
      name: { en: 'Delivery', vi: 'Giao hàng' },
      overall: { en: 'Our delivery, overall', vi: 'Nhìn chung, về khâu giao hàng' },
      attributes: [
        {
          key: 'on-time',
          name: { en: 'On time', vi: 'Đúng hẹn' },
          statement: {
            en: 'Delivery on the agreed day',
            vi: 'Việc giao hàng theo ngày đã hẹn',
          },
        },
        {
          key: 'accurate',
          name: { en: 'Accurate', vi: 'Đúng đơn đặt' },
          statement: {
            en: 'What arrives, compared with what you ordered',
            vi: 'Hàng nhận được so với đơn đặt hàng',
          },
        },
        {
          key: 'post-delivery',
          name: { en: 'Post-delivery process', vi: 'Xử lý sau giao hàng' },
          statement: {
            en: 'What happens after delivery',
            vi: 'Việc xử lý sau khi giao hàng',
          },
        },
      ],
    },
    {
      key: 'company-image',
      name: { en: 'Company image', vi: 'Hình ảnh công ty' },
      overall: {
        en: 'Your picture of our company, overall',
        vi: 'Nhìn chung, về hình ảnh công ty chúng tôi',
      },
      attributes: [
        {
          key: 'technology-leader',
          name: { en: 'Technology leader', vi: 'Vị thế công nghệ' },
          statement: {
            en: 'Our place in technology among companies of our field',
            vi: 'Vị thế công nghệ của chúng tôi trong ngành',
          },
        },
        {
          key: 'financial-stability',
          name: { en: 'Financial stability', vi: 'Sự ổn định tài chính' },
          statement: {
            en: 'Our financial stability',
            vi: 'Sự ổn định tài chính của công ty chúng tôi',
          },
        },
        {
          key: 'executives-image',
          name: { en: 'Executives’ image', vi: 'Hình ảnh ban lãnh đạo' },
          statement: {
            en: 'The way our executives come across',
            vi: 'Hình ảnh của ban lãnh đạo công ty chúng tôi',
          },
        },
      ],
    },
  ],
}
