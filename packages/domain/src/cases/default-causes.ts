/** What a house begins with; it edits the list as it likes. */
export const DEFAULT_CAUSES: readonly { id: string; name: Readonly<Record<string, string>> }[] = [
  { id: 'carrier', name: { en: 'Carrier or supplier', vi: 'Bên vận chuyển hoặc nhà cung cấp' } },
  { id: 'product_fault', name: { en: 'Fault of the product', vi: 'Lỗi sản phẩm' } },
  { id: 'installation', name: { en: 'Installation or set-up', vi: 'Lắp đặt hoặc cài đặt' } },
  {
    id: 'instructions',
    name: { en: 'Instructions missing or unclear', vi: 'Hướng dẫn thiếu hoặc khó hiểu' },
  },
  { id: 'promise', name: { en: 'We promised something else', vi: 'Cam kết ban đầu khác thực tế' } },
  { id: 'handover', name: { en: 'Lost between our teams', vi: 'Thất lạc khi bàn giao giữa các bộ phận' } },
  { id: 'capacity', name: { en: 'Too few people or parts', vi: 'Thiếu người hoặc linh kiện' } },
  { id: 'billing', name: { en: 'Invoice or contract', vi: 'Hóa đơn hoặc hợp đồng' } },
  { id: 'site', name: { en: "Conditions at the customer's site", vi: 'Điều kiện tại nơi khách hàng' } },
]
