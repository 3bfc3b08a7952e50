import '/hssk.js';

const form = document.querySelector('hssk-record-form');
const log = document.querySelector('#log');
const record = document.querySelector('#record');

function note(words) {
  log.append(Object.assign(document.createElement('li'), { textContent: words }));
}

form.value = {
  administrative: { fullName: 'Nguyễn Thị Thử', sex: 'female', birthDate: '1990' },
};
form.addEventListener('hssk-change', (event) => note(`hssk-change ${event.path}`));
form.addEventListener('hssk-save', (event) => {
  note('hssk-save');
  record.textContent = JSON.stringify(event.draft, null, 2);
  form.saveState = 'saved';
});
form.addEventListener('hssk-submit', (event) => {
  note('hssk-submit');
  record.textContent = JSON.stringify(event.record, null, 2);
  form.saveState = 'sent';
});
