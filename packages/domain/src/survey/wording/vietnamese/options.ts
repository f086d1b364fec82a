import type { OptionWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What options say. */
export const options: OptionWords = {
  good: words(`
    xuất sắc; tuyệt vời; rất tốt; tốt; khá; khá tốt; hài lòng; rất hài lòng; đồng ý; dễ; dễ dàng;
    nhanh; hữu ích; có ích; hợp lý; rõ ràng; tốt hơn; tích cực; vượt mong đợi; hoàn hảo; thân thiện;
    đáng tin cậy; cải thiện
  `),
  neutral: words(`
    bình thường; trung lập; trung bình; tạm được; tạm ổn; chấp nhận được; phân vân; không ý kiến;
    không có ý kiến; không thay đổi; như cũ; như trước; đúng như mong đợi; đúng mong đợi; vừa phải;
    không chắc
  `),
  bad: words(`
    kém; rất kém; tệ; rất tệ; tồi; tồi tệ; xấu; yếu; dở; bất mãn; thất vọng; khó; khó khăn; phản đối;
    chậm; vô ích; bất hợp lý; kém hơn; tệ hơn; xấu hơn; tiêu cực; dưới mong đợi; không hài lòng;
    chưa hài lòng; không đồng ý; không tốt; chưa tốt; không hợp lý; không hữu ích; không dễ;
    không rõ ràng; không thân thiện
  `),
  steps: words(`
    không bao giờ; hiếm khi; thỉnh thoảng; đôi khi; thường; thường xuyên; luôn luôn; luôn; hằng ngày;
    hằng tuần; hằng tháng; hằng quý; hằng năm; hàng ngày; hàng tuần; hàng tháng; hàng quý; hàng năm;
    mỗi ngày; mỗi tuần; mỗi tháng; một lần; hai lần; ngày; tuần; tháng; năm; phút; giờ; rất; hơi; ít;
    nhiều; nhỏ; vừa; lớn; thấp; cao; thứ hai; thứ ba; thứ tư; thứ năm; thứ sáu; thứ bảy; chủ nhật
  `),
  catchAll: words(`
    khác; không có; không biết; không rõ; không áp dụng; không chắc; không ai; không điều nào;
    không mục nào; không muốn; chưa; tất cả; không dùng; không gặp
  `),
  yesNo: words(`có; không; chưa; có thể; một phần; đã; rồi`),
  ranges: {
    to: words(`đến; tới; và`),
    toUnder: words(`đến dưới; tới dưới; đến ít hơn; đến nhỏ hơn`),
    under: words(`dưới; ít hơn; nhỏ hơn; chưa đến; chưa tới`),
    upTo: words(`tối đa; nhiều nhất; không quá`),
    over: words(`trên; hơn; nhiều hơn; lớn hơn`),
    from: words(`từ; ít nhất; tối thiểu`),
    orLess: words(`trở xuống; hoặc ít hơn; hoặc thấp hơn`),
    orMore: words(`trở lên; hoặc nhiều hơn; hoặc cao hơn; hoặc hơn`),
  },
}
