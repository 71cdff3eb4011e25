package dev.penstock.processor.handlers.load;

/** A service that knows nothing of jobs, and tells of its own affairs now and then. */
@FunctionalInterface
public interface Legacy {
    Legacy SILENT = () -> {};

    /** Something happened there. */
    void tell();
}
