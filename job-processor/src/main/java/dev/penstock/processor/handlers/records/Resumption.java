package dev.penstock.processor.handlers.records;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.processor.handlers.file.PartFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run begins, and what it leaves for the next one. */
final class Resumption {
    private Resumption() {}

    /**
     * The last checkpoint, if what it speaks of is still so: the part file is here and whole, and the source was not
     * replaced meanwhile. Else the start.
     */
    static Point of(JobContext context, Path source, Path folder) throws IOException {
        String identity = Files.size(source) + " bytes of " + Files.getLastModifiedTime(source);
        Point start = new Point(identity, 0, 0, 0);
        Point point = context.checkpoint(Point.class).orElse(start);
        if (point.rows() == 0) {
            return start;
        }
        if (!point.source().equals(identity) || PartFile.length(folder, context.idempotencyKey()) < point.bytes()) {
            context.log(
                    LogLine.Level.WARN,
                    "Row " + point.rows() + " was reached, but the source was replaced or the part file is not on this"
                            + " machine: beginning again at row 1");
            return start;
        }
        context.log(LogLine.Level.INFO, "Going on behind row " + point.rows());
        return point;
    }

    /**
     * Keeps a checkpoint behind the rows that are safe on disk, tells the progress, and says whether to stop here (S2.15):
     * the next run then goes on from this very row (S2.16).
     */
    static boolean saveAndAskStop(JobContext context, Point point, PartFile part, long total) throws IOException {
        context.checkpoint(point.at(part.force()));
        context.progress(point.rows(), total, "rows");
        return context.stopRequested();
    }
}
