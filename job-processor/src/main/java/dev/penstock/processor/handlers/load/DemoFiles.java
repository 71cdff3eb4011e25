package dev.penstock.processor.handlers.load;

import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.material.Catalogue;
import dev.penstock.processor.handlers.material.Documents;
import dev.penstock.processor.handlers.material.Recordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files that the demo's jobs work on. */
public record DemoFiles(DemoPlaces places, long seed) {
    private static final int KEPT = 1_000;

    /** Makes what is not there yet; the same seed makes the same files. */
    public void prepare() throws IOException {
        new PictureFiles(places.pictures(), seed).prepare();
        new AccountFiles(places.recordsInbox(), seed).prepare();
        new Recordings(places.recordings(), seed).prepare();
        new Documents(places.documents(), places.library(), seed).prepare();
        new Catalogue(places.catalogue(), places.itemsInbox(), places.studioInbox(), seed).prepare();
    }

    /** Deletes all but the newest files of the folders that grow with each job. */
    public void sweep() throws IOException {
        Stream<Path> growing = Stream.of(
                places.mailbox(),
                places.telemetryInbox(),
                places.telemetryAggregates(),
                places.licences(),
                places.exports(),
                places.ledger(),
                places.customers());
        Stream<Path> trays = Chores.PEOPLE.stream().map(places.trays()::resolve);
        new Broom(Stream.concat(growing, trays).toList(), KEPT).sweep();
    }
}
