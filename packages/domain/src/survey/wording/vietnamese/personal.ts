import type { PersonalWords } from '../word-lists.ts'
import { words } from '../word-lists.ts'

/** What asks for something personal, or for something known. */
export const personal: PersonalWords = {
  personal: {
    phone: words(`
      số điện thoại; số di động; số zalo; điện thoại của anh/chị; điện thoại liên hệ; số máy
    `),
    email: words(`
      địa chỉ email; địa chỉ e-mail; email của anh/chị; e-mail của anh/chị; email của quý khách;
      thư điện tử của anh/chị; hộp thư của anh/chị
    `),
    age: words(`
      bao nhiêu tuổi; ngày sinh; năm sinh; tuổi của anh/chị; độ tuổi; sinh năm; nhóm tuổi; sinh nhật
    `),
    address: words(`
      địa chỉ nhà; địa chỉ của anh/chị; địa chỉ thường trú; địa chỉ của quý khách; nơi ở; nhà ở đâu
    `),
    identity: words(`
      số căn cước; căn cước công dân; số cccd; số cmnd; chứng minh nhân dân; số hộ chiếu;
      mã số thuế cá nhân; giấy phép lái xe
    `),
    gender: words(`giới tính`),
    income: words(`thu nhập; mức lương; lương của anh/chị`),
    health: words(`
      sức khỏe của anh/chị; tình trạng sức khỏe; tôn giáo; quan điểm chính trị; dân tộc của anh/chị;
      tình trạng hôn nhân; khuyết tật
    `),
  },
  purposes: words(`
    để; nhằm; vì; dùng để; chỉ dùng; phục vụ cho; sử dụng cho; chúng tôi sẽ dùng; chúng tôi cần
  `),
  known: {
    name: words(`
      họ và tên; họ tên; tên của anh/chị; tên anh/chị; tên của quý khách; anh/chị tên; quý danh;
      tên đầy đủ
    `),
    company: words(`
      tên công ty của anh/chị; tên công ty; tên đơn vị; tên doanh nghiệp; làm việc tại công ty nào;
      làm việc ở công ty nào; làm việc cho công ty nào; làm ở công ty nào; công tác tại đâu;
      công tác ở đâu; đơn vị công tác; công ty nào
    `),
    role: words(`
      chức vụ; chức danh; vị trí công việc; vị trí công tác; vị trí của anh/chị;
      vai trò của anh/chị là gì; anh/chị giữ vai trò gì
    `),
    region: words(`
      thuộc khu vực nào; ở khu vực nào; khu vực của anh/chị; thuộc vùng nào; ở tỉnh nào;
      ở thành phố nào; tỉnh/thành phố nào; ở tỉnh/thành; trụ sở ở đâu; đặt tại đâu
    `),
    country: words(`ở quốc gia nào; thuộc quốc gia nào; ở nước nào; quốc gia của anh/chị`),
    language: words(`
      sử dụng ngôn ngữ nào; dùng ngôn ngữ nào; ngôn ngữ nào; ngôn ngữ của anh/chị; ngôn ngữ ưu tiên;
      nói ngôn ngữ nào
    `),
    email: words(`
      email của anh/chị; e-mail của anh/chị; email của quý khách; địa chỉ email của anh/chị;
      địa chỉ e-mail của anh/chị
    `),
  },
  knownLabels: {
    name: words(`tên; họ tên; họ và tên`),
    company: words(`công ty; tên công ty; đơn vị; doanh nghiệp`),
    role: words(`chức vụ; chức danh; vị trí; vai trò`),
    region: words(`khu vực; vùng; tỉnh/thành; tỉnh/thành phố; thành phố`),
    country: words(`quốc gia; nước`),
    language: words(`ngôn ngữ`),
    email: words(`email; e-mail; địa chỉ email; thư điện tử`),
  },
  somebodyElse: words(`
    đồng nghiệp; người khác; ai khác; người phụ trách; người liên hệ; người thay thế; người kế nhiệm
  `),
  aboutUs: words(`chúng tôi`),
}
