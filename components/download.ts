/**
 * Offers a file to save; for what a person asked for. A text is a table (CSV). The name is seen in every list of downloads: it
 * names nobody.
 */
export function download(name: string, file: Blob | string): void {
  const blob = typeof file === 'string' ? new Blob([file], { type: 'text/csv;charset=utf-8' }) : file;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file by the next turn; some old ones read it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
