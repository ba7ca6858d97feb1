import { useMutation } from "@tanstack/react-query";
import type { Artifact } from "../api/types";
import { saveFile } from "../files/saveAs";
import { useHost } from "../hosts/context";
import { contentOf } from "./content";
import type { ArtifactPlace } from "./place";

interface Download {
  readonly run: () => void;
  readonly error: Error | null;
}

export function useDownload(place: ArtifactPlace, artifact: Artifact): Download {
  const host = useHost();
  const { mutate, error } = useMutation({
    mutationFn: async () => saveFile(artifact.filename, await contentOf(host, place, artifact)),
    networkMode: "always",
  });
  return { run: () => mutate(), error };
}
