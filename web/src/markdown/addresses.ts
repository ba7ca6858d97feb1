const OUTSIDE = new Set(["http:", "https:", "mailto:"]);
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;

/** Where a link may lead: out of the dashboard. Null for what would run or lead nowhere here. */
export function outsideAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return OUTSIDE.has(url.protocol) ? url.href : null;
}

/** Whether the address is itself a picture, so that showing it fetches nothing. */
export function isPicture(href: string): boolean {
  return PICTURE.test(href);
}

/** Whether it is where dashboards with an artifact store serve a file of it. */
export function isStored(href: string): boolean {
  return /^\/?artifacts\//.test(href);
}
