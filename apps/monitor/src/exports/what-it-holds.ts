// What a file of an export holds, told by how its name ends.

const endings = [
  ["_data.csv", "data"],
  ["_codebook.csv", "codebookCsv"],
  ["_codebook.json", "codebookJson"],
  ["_README.txt", "readme"],
  ["_manifest.json", "manifest"],
] as const;

export type Holding = (typeof endings)[number][1] | "other";

export const whatItHolds = (name: string): Holding =>
  endings.find(([ending]) => name.endsWith(ending))?.[1] ?? "other";

/** The data first, then what explains it. */
export const inReadingOrder = <File extends { readonly name: string }>(files: readonly File[]): File[] => {
  const place = ({ name }: File): number => endings.findIndex(([ending]) => name.endsWith(ending));
  return files.toSorted((a, b) => place(a) - place(b));
};
