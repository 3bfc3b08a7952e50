import { fieldSheet, sectionSheet } from './plain.ts';

/** The whole form as HTML, written at build time. */
declare const HTML: string;

/** Draws the form as a page without any script would hold it. */
export function draw(root: HTMLElement): void {
  root.innerHTML = `<style>${sectionSheet}${fieldSheet}</style>${HTML}`;
}
