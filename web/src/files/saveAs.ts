/**
 * Has the browser save what is at an address. By a link in the document, where a host around
 * the page can take over.
 */
export function saveAs(name: string, address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then.
  if (address.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Has the browser save what the page holds. */
export function saveFile(name: string, file: Blob): void {
  saveAs(name, URL.createObjectURL(file));
}
