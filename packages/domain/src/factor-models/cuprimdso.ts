import type { FactorModel } from '../factor-model.ts'
import { wholeFactor } from './whole-factor.ts'

/** IBM's nine parameters of a software product, for product surveys. */
export const cuprimdso: FactorModel = {
  key: 'cuprimdso',
  version: 1,
  name: { en: 'CUPRIMDSO: nine qualities of a product', vi: 'CUPRIMDSO: chín mặt chất lượng của sản phẩm' },
  source:
    'Stephen H. Kan, Metrics and Models in Software Quality Engineering, 2nd edition, Addison-Wesley 2002, chapters 1 and 14',
  factors: [
    wholeFactor(
      'capability',
      ['Capability', 'Tính năng'],
      ['What the product is able to do', 'Những gì sản phẩm làm được'],
    ),
    wholeFactor(
      'usability',
      ['Usability', 'Tính dễ dùng'],
      ['Working with the product', 'Việc sử dụng sản phẩm'],
    ),
    wholeFactor(
      'performance',
      ['Performance', 'Hiệu năng'],
      ['The speed of the product', 'Tốc độ của sản phẩm'],
    ),
    wholeFactor(
      'reliability',
      ['Reliability', 'Độ tin cậy'],
      ['How dependably the product works', 'Độ tin cậy khi sản phẩm vận hành'],
    ),
    wholeFactor(
      'installability',
      ['Installability', 'Tính dễ cài đặt'],
      ['Installing the product', 'Việc cài đặt sản phẩm'],
    ),
    wholeFactor(
      'maintainability',
      ['Maintainability', 'Tính dễ bảo trì'],
      ['Keeping the product in working order', 'Việc bảo trì sản phẩm'],
    ),
    wholeFactor(
      'documentation',
      ['Documentation', 'Tài liệu'],
      ['The documentation of the product', 'Tài liệu hướng dẫn của sản phẩm'],
    ),
    wholeFactor(
      'service',
      ['Service', 'Dịch vụ'],
      ['Our service for the product', 'Dịch vụ đi kèm sản phẩm'],
    ),
    wholeFactor('overall', ['Overall', 'Tổng thể'], ['The product, overall', 'Nhìn chung, về sản phẩm']),
  ],
}
