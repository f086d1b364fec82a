import type { FactorModel } from '../factor-model.ts'
import { wholeFactor } from './whole-factor.ts'

/** Hewlett-Packard's five qualities of a product, for product surveys. */
export const furps: FactorModel = {
  key: 'furps',
  version: 1,
  name: { en: 'FURPS: five qualities of a product', vi: 'FURPS: năm mặt chất lượng của sản phẩm' },
  source:
    'Robert B. Grady and Deborah L. Caswell, Software Metrics: Establishing a Company-Wide Program, Prentice Hall 1987; Kan, 2nd edition, chapter 1',
  factors: [
    wholeFactor(
      'functionality',
      ['Functionality', 'Chức năng'],
      ['The functions of the product', 'Các chức năng của sản phẩm'],
    ),
    wholeFactor(
      'usability',
      ['Usability', 'Tính dễ dùng'],
      ['Working with the product', 'Việc sử dụng sản phẩm'],
    ),
    wholeFactor(
      'reliability',
      ['Reliability', 'Độ tin cậy'],
      ['How dependably the product works', 'Độ tin cậy khi sản phẩm vận hành'],
    ),
    wholeFactor(
      'performance',
      ['Performance', 'Hiệu năng'],
      ['The speed of the product', 'Tốc độ của sản phẩm'],
    ),
    wholeFactor(
      'serviceability',
      ['Serviceability', 'Khả năng phục vụ'],
      ['Getting the product serviced', 'Việc bảo dưỡng, sửa chữa sản phẩm'],
    ),
  ],
}
