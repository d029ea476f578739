/** Names of administrative units inside a sentence or an address: their title is written small there. */

const titles = /^(Phường|Xã|Đặc khu|Thành phố|Tỉnh)(?= )/;

/** `Thành phố Hà Nội` → `thành phố Hà Nội`; names without a Vietnamese title stay as they are. */
export function unitInSentence(name: string): string {
  return name.replace(titles, (title) => title.toLocaleLowerCase('vi'));
}
