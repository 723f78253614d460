// Paths as they stand in the author's files. In: a path and the file that names it. Out: the path to read. Strings
// only: whether a file exists is the business of the `Files` handed in.

/** The folder part of a path with its slash, or nothing. */
export const folderOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** The name of a file without folder and ending. */
export const nameOf = (path: string): string => path.slice(folderOf(path).length).replace(/\.[^.]*$/, '')

/** `/x`, `\\x`, `C:\x`, `C:x` or `file://x`. */
export const isAbsolute = (path: string): boolean => /^(?:[\\/]|[a-z]:|[a-z][a-z0-9+.-]*:\/\/)/i.test(path)

/** `path` without `.` and inner `..`; leading `..` stay. Backslashes count as slashes. */
export function normalPath(path: string): string {
  const kept: string[] = []
  for (const step of path.split(/[\\/]+/)) {
    if (step === '' || step === '.') continue
    const last = kept.at(-1)
    if (step === '..' && last !== undefined && last !== '..') kept.pop()
    else kept.push(step)
  }
  return kept.join('/')
}

/** Whether a relative path leaves the folder it starts from. */
export const leavesFolder = (path: string): boolean => /^\.\.(?:\/|$)/.test(normalPath(path))

/** `path` as named in the file `from`; the folder of `from` stays as the user wrote it. */
export function resolvePath(from: string, path: string): string {
  if (isAbsolute(path)) return path
  let folder = folderOf(from)
  let rest = normalPath(path)
  while (rest.startsWith('../') && /[^\\/.][^\\/]*[\\/]$/.test(folder)) {
    folder = folderOf(folder.slice(0, -1))
    rest = rest.slice(3)
  }
  return folder + rest
}
