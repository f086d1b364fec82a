import { createWords } from '@sixfold/contract/words'
import type { DataRequestKind } from '@sixfold/domain/data-requests/states'

/** What was asked, as a mail names it. */
export const requestKindWords = createWords<DataRequestKind>({
  en: {
    access: 'to see your data',
    correction: 'to correct your data',
    erasure: 'to erase your data',
    objection: 'to stop using your data',
    restriction: 'to keep your data but not use it',
  },
  vi: {
    access: 'xem dữ liệu của anh/chị',
    correction: 'sửa dữ liệu của anh/chị',
    erasure: 'xóa dữ liệu của anh/chị',
    objection: 'ngừng sử dụng dữ liệu của anh/chị',
    restriction: 'giữ lại nhưng không sử dụng dữ liệu của anh/chị',
  },
})
