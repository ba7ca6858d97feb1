/** A README as it is where its pictures cannot be: without the lines that are one. */
export function withoutPictures(text) {
  return text.replace(/^!\[[^\]]*\]\([^)]*\)\n\n?/gm, "");
}
