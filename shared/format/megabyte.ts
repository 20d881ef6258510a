/** A megabyte is a million bytes wherever Lodestone says "MB" of a file, as disks and most file managers count; never 2^20. */
export const BYTES_PER_MEGABYTE = 1_000_000;
