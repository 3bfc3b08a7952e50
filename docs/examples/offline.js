import '/hssk.js';

const session = document.querySelector('hssk-session');
const form = document.querySelector('hssk-record-form');

// The host's own login gives the token; without a network the one it has is as good as any.
let token;
session.token = async ({ refresh }) => {
  if (refresh) token = undefined;
  return (token ??= await (await fetch('/his/token')).text());
};

// What is on screen is kept by itself; an empty form begins another person's record.
document.querySelector('#next').addEventListener('click', () => {
  form.value = {};
  form.goTo('administrative.fullName');
});
// A draft chosen from the list is opened in the form, which may be further down.
session.addEventListener('hssk-select', () => form.scrollIntoView({ block: 'start' }));
