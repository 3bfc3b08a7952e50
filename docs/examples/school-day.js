import { defaultPurposes } from '/hssk.js';
import { token } from '/host.js';

const find = (selector) => document.querySelector(selector);
const session = find('hssk-session');
const roster = find('hssk-roster');
const form = find('hssk-screening-form');
const results = find('hssk-school-results');

// What the facility says of itself, made up here: parents are asked whether their child may be examined at school.
session.consent = {
  purposes: defaultPurposes.filter(({ code }) => ['record', 'sending', 'screening'].includes(code)),
  controller: {
    id: 'TYT-01',
    name: 'Trạm y tế xã Ví Dụ',
    type: 'hospital',
    country: 'VN',
    address: 'Bản Mẫu, xã Ví Dụ',
    protectionContact: 'Bà Phạm Thị Mẫu, 000 990 001',
  },
  processors: [{ id: 'server-990', name: 'Công ty Máy chủ Ví Dụ', country: 'VN' }],
  recipients: [{ id: 'moh', name: 'Bộ Y tế (Sổ sức khỏe điện tử)', type: 'authority', country: 'VN' }],
};
session.token = token;

// The pupil that is opened in the list is on screen beside it, and the last Enter there asks for the next one.
roster.addEventListener('hssk-select', ({ member, list }) => {
  [form.list, form.member] = [list, member];
  form.hidden = false;
  results.list = list;
  results.hidden = false;
  find('[data-empty]').hidden = true;
});
form.addEventListener('hssk-next', ({ member }) => {
  // Somebody whose values were typed and not saved yet is gone back to.
  if (member) form.member = member;
  else roster.next();
});

const station = find('#station');
station.addEventListener('change', () => {
  form.station = roster.stations = station.value;
});

const views = ['examination', 'results', 'coverage'];
find('nav[aria-label]').addEventListener('click', ({ target }) => {
  const { view } = target.dataset;
  if (!view) return;
  for (const each of views) find(`#${each}`).hidden = each !== view;
  if (view === 'coverage') void find('hssk-coverage').reload();
  for (const button of document.querySelectorAll('[data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset.view === view));
});
