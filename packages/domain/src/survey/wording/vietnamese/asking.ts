import type { AskingWords } from '../word-lists.ts'
import { pairs, words } from '../word-lists.ts'

/** How two things are asked at once, and what only looks like it. */
export const asking: AskingWords = {
  joiners: words(`và; hoặc; hay; và/hoặc; &; cũng như; lẫn`),
  oneThing: words(`
    nghiên cứu và phát triển; điều khoản và điều kiện; an toàn và sức khỏe; sức khỏe và an toàn;
    hỏi và đáp; cung và cầu; lãi và lỗ; mua bán và sáp nhập; ăn và uống; ăn uống; ưu và nhược điểm;
    ưu điểm và nhược điểm; điểm mạnh và điểm yếu; đồng nghiệp hoặc đối tác; đồng nghiệp hay đối tác;
    đồng nghiệp và đối tác; bạn bè hoặc đồng nghiệp; bạn bè và đồng nghiệp; bạn bè hay đồng nghiệp;
    đồng nghiệp hoặc bạn bè; người thân hoặc bạn bè; bạn bè và người thân; có hay gặp; hay gặp;
    hay bị; hay phải; hay dùng; hay xảy ra; thường hay; rất hay; bài hay; hay là không; ít hay nhiều;
    sớm hay muộn; sớm hoặc muộn; một hoặc nhiều; một hay nhiều; càng ngày càng; cho hay
  `),
  opposites: pairs(`
    có|không; dễ|khó; nhanh|chậm; cao|thấp; tốt|xấu; tốt|kém; tốt|tệ; tốt|dở; nhiều|ít; sớm|muộn;
    sớm|trễ; đúng|sai; hơn|kém; tăng|giảm; mạnh|yếu; lớn|nhỏ; rẻ|đắt; mới|cũ; trước|sau; trên|dưới;
    dài|ngắn; đầu|cuối; rõ|mờ; đủ|thiếu; đắt|rẻ; ích|hại; lợi|hại; tán|phản
  `),
  oppositePrefixes: words(``),
  openers: words(`
    khi; nếu; sau khi; trước khi; sau; trước; trong; kể từ; từ khi; từ; nghĩ về; nghĩ lại;
    nhìn chung; nhìn lại; nói chung; xét chung; dựa trên; so với; trung bình; tính đến; tính chung;
    qua; với tư cách; thưa; kính thưa
  `),
  sideClauses: words(`
    khi; mỗi khi; nếu; vì; bởi vì; do đó; để; nhằm; sau khi; trước khi; từ khi; cho đến khi;
    trong khi; so với; hơn so với; mà; ví dụ; ví dụ như; chẳng hạn; chẳng hạn như; như là; bao gồm;
    gồm; kể cả; bất kể; nhờ
  `),
  reported: words(`rằng; những gì; điều gì; vì sao; tại sao; liệu; nào`),
  heads: words(`
    vì sao; tại sao; như thế nào; mức độ nào; anh/chị có; anh/chị đánh giá; anh/chị hài lòng;
    anh/chị thấy; anh/chị nghĩ; quý khách có; quý khách đánh giá; bạn có; bạn đánh giá; xin cho biết;
    hãy cho biết; vui lòng; liệu; có phải; mức độ
  `),
  amounts: words(`
    một; hai; ba; bốn; năm; sáu; bảy; tám; chín; mười; trăm; nghìn; vài; mấy; nửa; thứ nhất; thứ hai;
    thứ ba; lần đầu
  `),
  times: words(`
    ngày; đêm; ban ngày; ban đêm; sáng; chiều; tối; trưa; cuối tuần; ngày thường; ngày lễ; ngày nghỉ;
    xuân; hạ; thu; đông
  `),
  people: words(`
    anh/chị; quý khách; quý công ty; quý đối tác; quý vị; bạn; chúng tôi; đồng nghiệp của anh/chị;
    công ty anh/chị; công ty của anh/chị; công ty chúng tôi; hai bên; họ
  `),
  pairing: words(`giữa`),
  unitsBefore: words(`
    phòng; ban; bộ phận; đội; đội ngũ; nhóm; tổ; trung tâm; khối; công ty; tập đoàn
  `),
  unitsAfter: words(``),
  afterJoiner: words(`
    không; chưa; bất; vô; kém; chẳng; khác; các; tương tự; tương đương; hơn; ít hơn; nhiều hơn;
    muộn hơn; sớm hơn; là; ngược lại; nếu; khi; những người khác; những thứ khác
  `),
  boundaries: words(`
    của; về; với; khi; trong; ngoài; tại; ở; cho; từ; đến; để; mà; theo; bằng; do; đối với; so với;
    là; có; được; bị; đã; đang; sẽ; hài lòng; đánh giá; thấy; như thế nào; ra sao; không; anh/chị;
    quý khách; bạn; chúng tôi; nhìn chung
  `),
  determiners: words(``),
  verbs: words(``),
}
