import { describe, expect, test } from '@jest/globals'
import { split, withoutWords } from './split.ts'

describe('a text that asks for two things', () => {
  test.each([
    [
      'en',
      'How satisfied are you with our price and quality?',
      'How satisfied are you with our price?',
      'How satisfied are you with our quality?',
    ],
    [
      'en',
      'The papers are complete and the driver is helpful.',
      'The papers are complete.',
      'The driver is helpful.',
    ],
    ['en', 'Speed and accuracy of delivery', 'Speed of delivery', 'Accuracy of delivery'],
    [
      'en',
      'How satisfied are you with the price of our products and the speed of delivery?',
      'How satisfied are you with the price of our products?',
      'How satisfied are you with the speed of delivery?',
    ],
    [
      'en',
      'How easy was it to find and order a product?',
      'How easy was it to find a product?',
      'How easy was it to order a product?',
    ],
    [
      'en',
      'How helpful was our support when you called, and how quickly was it solved?',
      'How helpful was our support when you called?',
      'How quickly was it solved?',
    ],
    [
      'en',
      'Our staff is friendly as well as competent.',
      'Our staff is friendly.',
      'Our staff is competent.',
    ],
    ['en', 'Quality/reliability of our products', 'Quality of our products', 'Reliability of our products'],
    ['en', 'How was the delivery? How was the price?', 'How was the delivery?', 'How was the price?'],
    [
      'vi',
      'Anh/chị hài lòng về giá cả và chất lượng đến mức nào?',
      'Anh/chị hài lòng về giá cả đến mức nào?',
      'Anh/chị hài lòng về chất lượng đến mức nào?',
    ],
    ['vi', 'Giấy tờ đầy đủ và tài xế tận tình.', 'Giấy tờ đầy đủ.', 'Tài xế tận tình.'],
    ['vi', 'Giá cả và chất lượng của sản phẩm', 'Giá cả của sản phẩm', 'Chất lượng của sản phẩm'],
    [
      'vi',
      'Anh/chị có hài lòng về giá không? Anh/chị có hài lòng về chất lượng không?',
      'Anh/chị có hài lòng về giá không?',
      'Anh/chị có hài lòng về chất lượng không?',
    ],
  ])('%s: %s', (language, text, first, second) => {
    expect(split(text, language)).toEqual([first, second])
  })

  test('one that asks for one thing is left whole', () => {
    expect(split('How easy or difficult was it?', 'en')).toBeNull()
    expect(split('Prix et qualité', 'fr')).toBeNull()
  })
})

describe('a text without some of its words', () => {
  test.each([
    [
      'How satisfied are you with our excellent service?',
      'excellent',
      'How satisfied are you with our service?',
    ],
    ['Always on time, the driver calls.', 'Always', 'On time, the driver calls.'],
    ['The delivery is on time, always.', 'always', 'The delivery is on time.'],
    ['An excellent service', 'excellent', null],
    ['Excellent', 'Excellent', null],
    ['Our service', 'excellent', null],
  ])('%s without %s', (text, words, rest) => {
    expect(withoutWords(text, words)).toBe(rest)
  })
})
