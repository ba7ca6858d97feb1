import { type ReactNode, type RefObject, useRef } from "react";
import { pickFiles } from "./picker";
import { useOpenFiles } from "./useOpenFiles";

export interface FileChooser {
  readonly input: ReactNode;
  choose(): void;
}

/** The browser's file dialog. No filter: Optuna files end in anything. */
export function useFileChooser(): FileChooser {
  const ref = useRef<HTMLInputElement>(null);
  const openFiles = useOpenFiles();
  const choose = async () => {
    const chosen = await pickFiles();
    if (chosen) openFiles(chosen);
    else ref.current?.click();
  };
  return { input: <HiddenInput ref={ref} />, choose: () => void choose() };
}

function HiddenInput({ ref }: { readonly ref: RefObject<HTMLInputElement | null> }): ReactNode {
  const openFiles = useOpenFiles();
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label="Optuna files"
      onChange={(event) => {
        openFiles([...(event.target.files ?? [])].map((file) => ({ file })));
        // So that choosing the same file again is a change.
        event.target.value = "";
      }}
    />
  );
}
