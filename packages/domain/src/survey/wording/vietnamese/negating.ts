import type { NegatingWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What negates, and what leaves no room. */
export const negating: NegatingWords = {
  negators: words(`
    không; chưa; chẳng; chả; đừng; chớ; không hề; chưa hề; chưa từng; không thể; không được
  `),
  noNegation: words(`
    không áp dụng; không những; không chỉ; không bao giờ; chưa bao giờ; không ai; không ngừng;
    không thể thiếu; không quá; không muộn hơn; không ít; nếu không; không khí; không gian;
    không quân; đường hàng không; hãng hàng không; ngành hàng không; vận tải hàng không;
    bưu phẩm hàng không; số không; tay không; bằng không; hay không; hoặc không; hay chưa; hoặc chưa;
    phải không; đúng không; không ạ; chưa ạ; không và vì sao; không vì sao; không biết anh/chị;
    xin đừng ngại; đừng ngại; đừng ngần ngại; không sao; không có ý kiến
  `),
  askingEnds: words(`không; chưa`),
  negatives: words(`
    thiếu; bất tiện; bất hợp lý; bất mãn; bất lợi; từ chối; phủ nhận; phản đối; trừ khi; trừ phi;
    ngoại trừ; không bao giờ; chưa bao giờ; không ai
  `),
  absolutes: words(`
    luôn; luôn luôn; không bao giờ; chưa bao giờ; bao giờ cũng; lúc nào cũng; mọi lúc; ai cũng;
    tất cả mọi người; không ai; hoàn toàn; tuyệt đối; mọi trường hợp; trong mọi hoàn cảnh;
    không ngoại lệ; 100%; một trăm phần trăm
  `),
  noAbsolutes: words(`
    hầu như luôn; gần như luôn; như mọi khi; không hoàn toàn; chưa hoàn toàn; không phải luôn luôn;
    hoàn toàn mới
  `),
}
