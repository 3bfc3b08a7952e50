/** What the pages of this host share: the head of a page, and the login that gives tokens. */
const pages = {
  '/': 'Hồ sơ mới',
  '/offline.html': 'Khám lưu động',
  '/school-day.html': 'Khám học sinh',
  '/consent.html': 'Đồng ý',
  '/events.html': 'Chỉ dùng sự kiện',
};

const nav = document.createElement('nav');
for (const [address, name] of Object.entries(pages)) {
  const link = Object.assign(document.createElement('a'), { href: address, textContent: name });
  if (address === location.pathname) link.setAttribute('aria-current', 'page');
  nav.append(link);
}
document.querySelector('body > header').append(nav);

let kept;
/** Without a network the token one has is as good as any; a new one is asked for when it was refused. */
export async function token({ refresh }) {
  if (refresh) kept = undefined;
  return (kept ??= await (await fetch('/his/token')).text());
}
