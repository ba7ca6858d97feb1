const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** A file size: "0 B", "12.3 kB", "1.2 GB". */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${UNITS[power]}`;
}
