package dev.penstock.processor.handlers.load;

import dev.penstock.processor.handlers.DemoPlaces;
import java.io.IOException;
import java.util.List;

/** The files that the demo's jobs work on. */
public record DemoFiles(DemoPlaces places, long seed) {
    private static final int KEPT = 1_000;

    /** Makes what is not there yet; the same seed makes the same files. */
    public void prepare() throws IOException {
        new PictureFiles(places.pictures(), seed).prepare();
        new AccountFiles(places.recordsInbox(), seed).prepare();
    }

    /** Deletes all but the newest files of the folders that grow with each job. */
    public void sweep() throws IOException {
        new Broom(
                        List.of(
                                places.mailbox(),
                                places.telemetryInbox(),
                                places.telemetryAggregates(),
                                places.licences(),
                                places.exports()),
                        KEPT)
                .sweep();
    }
}
