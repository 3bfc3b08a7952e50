import '/hssk.js';

const form = document.querySelector('form');
const id = Math.random().toString(36).slice(2, 12);

// Sent by fetch: a form that the browser posts by itself stands with all it holds in the browser's session files.
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const body = JSON.stringify({ room: data.get('room'), record: JSON.parse(data.get('record')) });
  const { ok } = await fetch(`/his/drafts/${id}`, { method: 'PUT', body });
  form.querySelector('output').value = ok ? 'Đã lưu' : 'Chưa lưu được';
});
