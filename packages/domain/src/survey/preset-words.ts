import type { LocalText } from '../local-text.ts'
import type { Quarter } from '../quarter.ts'
import type { SurveyKind } from './kind.ts'

/** What a survey made from a factor model says beside the questions of the model. */
export interface PresetWords {
  title: LocalText
  intro: LocalText
  /** Of the page that holds the factors without attributes. */
  together: LocalText
  recommend: LocalText
  better: LocalText
  /** Who asks and why, before the minutes. */
  opening: LocalText
}

/**
 * The words of a kind of survey. A blind one never says who asks: whoever carries it out names themselves in its welcome.
 *
 * @example presetWords('quarterly', { year: 2026, quarter: 3 }, undefined).title.en // 'Quarterly survey, quarter 3 of 2026'
 */
export function presetWords(
  kind: SurveyKind,
  { year, quarter }: Quarter,
  organisation: string | undefined,
): PresetWords {
  switch (kind) {
    case 'quarterly':
      return {
        title: {
          en: `Quarterly survey, quarter ${quarter} of ${year}`,
          vi: `Khảo sát quý ${quarter} năm ${year}`,
        },
        intro: {
          en: 'Over the last three months, how satisfied or dissatisfied have you been with each of these?',
          vi: 'Trong ba tháng qua, anh/chị hài lòng hay không hài lòng về từng điểm sau?',
        },
        together: { en: 'Working together', vi: 'Việc hợp tác' },
        recommend: {
          en: 'All in all, how likely or unlikely are you to recommend us to a colleague or partner?',
          vi: 'Nhìn chung, khả năng anh/chị giới thiệu chúng tôi với đồng nghiệp hoặc đối tác là bao nhiêu?',
        },
        better: { en: 'What should we do better?', vi: 'Chúng tôi nên làm gì tốt hơn?' },
        opening: organisation
          ? {
              en: `${organisation} asks its customers every quarter how the work together goes.`,
              vi: `Mỗi quý, ${organisation} xin ý kiến khách hàng về việc hợp tác giữa hai bên.`,
            }
          : {
              en: 'Every quarter we ask our customers how the work together goes.',
              vi: 'Mỗi quý, chúng tôi xin ý kiến khách hàng về việc hợp tác giữa hai bên.',
            },
      }
    case 'product':
      return {
        title: {
          en: `Product survey, quarter ${quarter} of ${year}`,
          vi: `Khảo sát sản phẩm, quý ${quarter} năm ${year}`,
        },
        intro: {
          en: 'Since you have had the product: how satisfied or dissatisfied are you with each of these?',
          vi: 'Từ khi có sản phẩm, anh/chị hài lòng hay không hài lòng về từng điểm sau?',
        },
        together: { en: 'The product', vi: 'Sản phẩm' },
        recommend: {
          en: 'All in all, how likely or unlikely are you to recommend the product to a colleague or partner?',
          vi: 'Nhìn chung, khả năng anh/chị giới thiệu sản phẩm này với đồng nghiệp hoặc đối tác là bao nhiêu?',
        },
        better: { en: 'What should be better about the product?', vi: 'Sản phẩm nên tốt hơn ở điểm nào?' },
        opening: organisation
          ? {
              en: `You bought a product of ${organisation} some time ago, and we would like to know how it serves you.`,
              vi: `Anh/chị đã mua sản phẩm của ${organisation} một thời gian, và chúng tôi mong được biết sản phẩm phục vụ anh/chị ra sao.`,
            }
          : {
              en: 'You bought a product some time ago, and we would like to know how it serves you.',
              vi: 'Anh/chị đã mua sản phẩm một thời gian, và chúng tôi mong được biết sản phẩm phục vụ anh/chị ra sao.',
            },
      }
    case 'call':
      return {
        title: {
          en: `Call after installation, quarter ${quarter} of ${year}`,
          vi: `Cuộc gọi sau lắp đặt, quý ${quarter} năm ${year}`,
        },
        intro: {
          en: 'Since it was installed: how satisfied or dissatisfied are you with each of these?',
          vi: 'Từ khi lắp đặt, anh/chị hài lòng hay không hài lòng về từng điểm sau?',
        },
        together: { en: 'Since the installation', vi: 'Từ khi lắp đặt' },
        recommend: {
          en: 'All in all, how likely or unlikely are you to recommend us to a colleague or partner?',
          vi: 'Nhìn chung, khả năng anh/chị giới thiệu chúng tôi với đồng nghiệp hoặc đối tác là bao nhiêu?',
        },
        better: {
          en: 'What should we do better, or put right at once?',
          vi: 'Chúng tôi nên làm gì tốt hơn, hoặc cần xử lý ngay điều gì?',
        },
        opening: organisation
          ? {
              en: `${organisation} installed something for you some months ago, and we would like to know how it works for you.`,
              vi: `${organisation} đã lắp đặt cho anh/chị vài tháng trước, và chúng tôi mong được biết mọi việc đang ra sao.`,
            }
          : {
              en: 'We installed something for you some months ago, and would like to know how it works for you.',
              vi: 'Chúng tôi đã lắp đặt cho anh/chị vài tháng trước, và mong được biết mọi việc đang ra sao.',
            },
      }
    case 'blind':
      return {
        title: {
          en: `Survey of suppliers, quarter ${quarter} of ${year}`,
          vi: `Khảo sát về nhà cung cấp, quý ${quarter} năm ${year}`,
        },
        intro: {
          en: 'Over the last three months, how satisfied or dissatisfied have you been with each of these?',
          vi: 'Trong ba tháng qua, anh/chị hài lòng hay không hài lòng về từng điểm sau?',
        },
        together: { en: 'Your supplier', vi: 'Nhà cung cấp của anh/chị' },
        recommend: {
          en: 'All in all, how likely or unlikely are you to recommend this supplier to a colleague or partner?',
          vi: 'Nhìn chung, khả năng anh/chị giới thiệu nhà cung cấp này với đồng nghiệp hoặc đối tác là bao nhiêu?',
        },
        better: { en: 'What should this supplier do better?', vi: 'Nhà cung cấp này nên làm gì tốt hơn?' },
        opening: {
          en: 'This is an independent survey. Nobody can tell who gave which answer.',
          vi: 'Đây là một khảo sát độc lập. Không ai biết được câu trả lời nào của ai.',
        },
      }
    case 'post_event':
      return {
        title: { en: 'After the event', vi: 'Sau buổi gặp' },
        intro: {
          en: 'You came to our event: how satisfied or dissatisfied are you with each of these?',
          vi: 'Anh/chị đã dự buổi gặp của chúng tôi: anh/chị hài lòng hay không hài lòng về từng điểm sau?',
        },
        together: { en: 'The event', vi: 'Buổi gặp' },
        recommend: {
          en: 'How likely or unlikely are you to recommend such an event to a colleague or partner?',
          vi: 'Khả năng anh/chị giới thiệu một buổi gặp như vậy với đồng nghiệp hoặc đối tác là bao nhiêu?',
        },
        better: {
          en: 'What should we do differently the next time, or talk about?',
          vi: 'Lần sau chúng tôi nên làm gì khác đi, hoặc bàn về điều gì?',
        },
        opening: organisation
          ? {
              en: `Thank you for coming to the event of ${organisation}.`,
              vi: `Cảm ơn anh/chị đã đến dự buổi gặp của ${organisation}.`,
            }
          : {
              en: 'Thank you for coming to our event.',
              vi: 'Cảm ơn anh/chị đã đến dự buổi gặp của chúng tôi.',
            },
      }
    default:
      return kind satisfies never
  }
}
