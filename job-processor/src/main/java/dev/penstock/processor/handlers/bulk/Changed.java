package dev.penstock.processor.handlers.bulk;

/**
 * What a bulk job leaves behind.
 *
 * @param skipped items that stay as they are; the log says why
 */
public record Changed(String batch, int items, int skipped) {}
