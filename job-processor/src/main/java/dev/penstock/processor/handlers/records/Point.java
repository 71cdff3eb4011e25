package dev.penstock.processor.handlers.records;

/**
 * How far a run came: the checkpoint of imports and exports.
 *
 * @param source tells whether the file that is read is still the same one
 * @param rows of the source that are done
 * @param leftOut those of them that were not written
 * @param bytes of the part file that are good
 */
record Point(String source, long rows, long leftOut, long bytes) {
    private static final int BATCH = 500;

    /** Whether it is time for a checkpoint. */
    boolean endsBatch() {
        return rows % BATCH == 0;
    }

    Point written() {
        return new Point(source, rows + 1, leftOut, bytes);
    }

    Point skipped() {
        return new Point(source, rows + 1, leftOut + 1, bytes);
    }

    Point at(long newBytes) {
        return new Point(source, rows, leftOut, newBytes);
    }

    long rowsWritten() {
        return rows - leftOut;
    }
}
