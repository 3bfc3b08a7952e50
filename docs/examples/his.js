import '/hssk.js';
import { token } from '/host.js';

const session = document.querySelector('hssk-session');
const form = document.querySelector('hssk-record-form');

session.token = token;

// The host keeps the draft, under an id that says nothing of the person.
const address = new URL(location.href);
const id = address.searchParams.get('draft') ?? Math.random().toString(36).slice(2, 12);
address.searchParams.set('draft', id);
history.replaceState(null, '', address);

const kept = await fetch(`/his/drafts/${id}`);
if (kept.status === 200) {
  form.value = await kept.json();
  form.saveState = 'saved';
}

let timer;
let keeping = Promise.resolve();
function keep(draft) {
  clearTimeout(timer);
  form.saveState = 'saving';
  // One after the other: an older draft never overtakes a newer one.
  keeping = keeping.then(async () => {
    const { ok } = await fetch(`/his/drafts/${id}`, { method: 'PUT', body: JSON.stringify(draft) });
    if (form.saveState === 'saving') form.saveState = ok ? 'saved' : 'unsaved';
  });
}
form.addEventListener('hssk-change', (event) => {
  clearTimeout(timer);
  timer = setTimeout(() => keep(event.draft), 800);
});
form.addEventListener('hssk-save', (event) => {
  event.preventDefault();
  keep(event.draft);
});
// What is sent is kept first, as it is sent.
form.addEventListener('hssk-submit', (event) => {
  clearTimeout(timer);
  keeping = keeping.then(() =>
    fetch(`/his/drafts/${id}`, { method: 'PUT', body: JSON.stringify(event.record) }),
  );
});
