// Owns what is thrown when the zip around a workbook cannot be read at all.

/** The reason, for the sentence "The file is damaged: …". */
export class ZipBroken extends Error {}
