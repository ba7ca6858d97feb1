import UploadFileIcon from "@mui/icons-material/UploadFile";
import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { askAgain } from "../api/queryClient";
import { send } from "../api/write";
import { visuallyHidden } from "../components/visuallyHidden";
import { plural } from "../format/numbers";
import { useHost } from "../hosts/context";
import { type ArtifactPlace, writePath } from "./place";

/** Puts files into the artifact store. */
export function UploadButton({ place }: { readonly place: ArtifactPlace }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const { mutate, error, isPending, variables } = useMutation({
    networkMode: "always",
    mutationFn: async (files: readonly File[]) => {
      // One after the other: each is in memory while it is sent.
      for (const file of files) {
        const body = { file: await dataUri(file), filename: file.name };
        await send(host, { method: "POST", path: writePath(place), body });
      }
    },
    onSettled: () => askAgain(client),
  });
  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden
        style={visuallyHidden}
        onChange={({ target }) => {
          mutate([...(target.files ?? [])]);
          // The same file again is a change, too.
          target.value = "";
        }}
      />
      <Button
        size="small"
        startIcon={<UploadFileIcon />}
        disabled={isPending}
        onClick={() => input.current?.click()}
      >
        {isPending ? `Uploading ${plural(variables.length, "file")}…` : "Upload files"}
      </Button>
      {error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {error.message}
        </Alert>
      )}
    </div>
  );
}

function dataUri(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
}
