/**
 * Where our Python code is, both while the snapshot is made and in every worker.
 *
 * Files are not part of a snapshot: what was imported stays in memory, and what is looked up
 * later (a module on demand, the source lines of a traceback) is read from this archive, so it
 * is put back at every boot. It must be the same archive, byte for byte: Python remembers where
 * in it each file lies. Importing straight from the archive spares unpacking it.
 */
export const CORE_PATH = "/lib/core.zip";
