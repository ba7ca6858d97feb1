const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi;

/** Text with the characters that entities stand for; one entity is never more than text. */
export function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity) => {
    return new DOMParser().parseFromString(entity, "text/html").body.textContent || entity;
  });
}
