import { defaultPurposes } from '/hssk.js';
import { token } from '/host.js';

const session = document.querySelector('hssk-session');
const form = document.querySelector('hssk-record-form');
const center = document.querySelector('hssk-consent-center');
const [open, back] = [document.querySelector('#open'), document.querySelector('#back')];

// What the facility says of itself, made up here. By default people are told of the record and its sending (a law is the
// basis); a host that wants to ask for more names its own `purposes`, as here that of reminders.
session.consent = {
  purposes: defaultPurposes.filter(({ code }) =>
    ['record', 'sending', 'reminders', 'disclosure'].includes(code),
  ),
  controller: {
    id: 'TYT-01',
    name: 'Trạm y tế xã Ví Dụ',
    type: 'hospital',
    country: 'VN',
    address: 'Bản Mẫu, xã Ví Dụ',
    protectionContact: 'Bà Phạm Thị Mẫu, 000 990 001',
  },
  processors: [{ id: 'server-990', name: 'Công ty Máy chủ Ví Dụ', country: 'VN' }],
  recipients: [
    { id: 'moh', name: 'Bộ Y tế (Sổ sức khỏe điện tử)', type: 'authority', country: 'VN' },
    { id: 'hospital-990', name: 'Bệnh viện huyện Ví Dụ', type: 'hospital', country: 'VN' },
  ],
};
session.token = token;

// The centre is for a record that stands; the form knows its id once it is sent or opened.
const look = () => (open.disabled = !form.base);
form.addEventListener('hssk-change', look);
new MutationObserver(look).observe(form.shadowRoot, { childList: true, subtree: true, characterData: true });

function show(isCenter) {
  document.querySelector('#center').hidden = !isCenter;
  document.querySelector('#record').hidden = isCenter;
}
open.addEventListener('click', () => {
  const { fullName, birthDate } = form.value.administrative;
  center.person = { name: fullName, birthDate, birthDateFrom: 'record' };
  center.pid = form.base.pid;
  show(true);
});
back.addEventListener('click', () => show(false));
