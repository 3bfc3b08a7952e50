import '/hssk.js';
import { token } from '/host.js';

const session = document.querySelector('hssk-session');
const form = document.querySelector('hssk-record-form');

session.token = token;

// What is on screen is kept by itself; an empty form begins another person's record.
document.querySelector('#next').addEventListener('click', () => {
  form.value = {};
  form.goTo('administrative.fullName');
});
// A draft chosen from the list is opened in the form, which may be further down.
session.addEventListener('hssk-select', () => form.scrollIntoView({ block: 'start' }));
