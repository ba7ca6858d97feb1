type Save = (name: string, bytes: Uint8Array<ArrayBuffer>) => void;

/**
 * Hands files that the page makes to the editor, which asks where to put them. Pages save as
 * anywhere on the web, by a link in the document that names a file.
 */
export function onSave(save: Save): void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.hasAttribute("download")) return;
    event.preventDefault();
    event.stopPropagation();
    const name = link.download;
    // Asked for at once: the page may take the address back as soon as it was clicked.
    void fetch(link.href).then(async (response) =>
      save(name, new Uint8Array(await response.arrayBuffer())),
    );
  };
  window.addEventListener("click", onClick, { capture: true });
}
