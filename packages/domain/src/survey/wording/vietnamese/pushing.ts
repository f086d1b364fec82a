import type { PushingWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What pushes towards an answer, praises or blames. */
export const pushing: PushingWords = {
  leading: words(`
    có đồng ý rằng; có đồng ý là; đồng ý với chúng tôi rằng; đồng ý với chúng tôi là; đồng tình rằng;
    đồng tình với chúng tôi; phải không; đúng không; đúng chứ; phải chăng; chẳng phải; chả phải;
    không phải là; chắc hẳn; hẳn là; hẳn anh/chị; chắc anh/chị; chắc chắn anh/chị;
    chắc chắn quý khách; như anh/chị đã biết; như anh/chị biết; như quý khách đã biết;
    như mọi người đều biết; ai cũng biết; mọi người đều; đa số khách hàng; hầu hết khách hàng;
    phần lớn khách hàng; nhiều khách hàng của chúng tôi; rõ ràng là; hiển nhiên; đương nhiên;
    dĩ nhiên; tất nhiên; không thể phủ nhận; các chuyên gia đều; thích điều gì nhất ở chúng tôi;
    yêu thích đến mức nào; thích đến mức nào; tốt hơn đến mức nào; đã cải thiện đến mức nào;
    vì sao anh/chị thích; vì sao anh/chị yêu thích; vì sao quý khách thích; cũng như chúng tôi
  `),
  leadingEnds: words(``),
  leadingTails: words(`chứ; nhỉ; phải không; đúng không; phải không ạ; đúng không ạ`),
  praise: words(`
    tuyệt vời; xuất sắc; hoàn hảo; tuyệt hảo; tuyệt đỉnh; đỉnh cao; đẳng cấp; vượt trội; hàng đầu;
    số một; ưu việt; hoàn mỹ; không đối thủ; đột phá; đạt giải thưởng; tốt nhất;
    tận tâm của chúng tôi; tận tình của chúng tôi; chuyên nghiệp của chúng tôi;
    thân thiện của chúng tôi; chất lượng cao của chúng tôi; nhanh chóng của chúng tôi;
    nổi tiếng của chúng tôi; tồi tệ; tệ hại; kinh khủng; thảm hại; yếu kém; kém cỏi;
    chậm chạp của chúng tôi; đáng xấu hổ
  `),
  noPraise: words(`số một trăm; lựa chọn tốt nhất; phù hợp nhất; thời điểm tốt nhất`),
  copulas: words(`là; rất; thật; thật sự; luôn; có; phục vụ; đạt; được`),
  droppable: words(`
    tuyệt vời; xuất sắc; hoàn hảo; tuyệt hảo; đẳng cấp; vượt trội; ưu việt; hoàn mỹ; tồi tệ; tệ hại;
    kinh khủng; luôn; luôn luôn; hoàn toàn; tuyệt đối; hiển nhiên; đương nhiên; dĩ nhiên; tất nhiên
  `),
}
