package dev.penstock.processor.handlers.export;

/** What an export may be. */
public enum Format {
    CSV,
    PDF
}
