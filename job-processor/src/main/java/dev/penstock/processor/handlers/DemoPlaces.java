package dev.penstock.processor.handlers;

import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.outside.Whereabouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the demo's handlers find and leave things: folders below one, shared by the demo program and its workers, and
 * the outside world.
 *
 * @param folder such as {@code data/demo}
 */
public record DemoPlaces(Path folder) {
    /** The demo's part of a data folder. */
    public static DemoPlaces in(Path dataFolder) {
        return new DemoPlaces(dataFolder.resolve("demo"));
    }

    public Path mailbox() {
        return folder.resolve("mailbox");
    }

    public Path telemetryInbox() {
        return folder.resolve("telemetry/inbox");
    }

    public Path telemetryAggregates() {
        return folder.resolve("telemetry/aggregates");
    }

    public Path licences() {
        return folder.resolve("licences");
    }

    public Path sales() {
        return folder.resolve("marketplace");
    }

    public Path recordsInbox() {
        return folder.resolve("records/inbox");
    }

    public Path tables() {
        return folder.resolve("records/tables");
    }

    public Path exports() {
        return folder.resolve("records/exports");
    }

    public Path pictures() {
        return folder.resolve("media/pictures");
    }

    public Path thumbnails() {
        return folder.resolve("media/thumbnails");
    }

    public Path recordings() {
        return folder.resolve("media/recordings");
    }

    public Path renditions() {
        return folder.resolve("media/renditions");
    }

    public Path documents() {
        return folder.resolve("documents/inbox");
    }

    public Path library() {
        return folder.resolve("documents/library");
    }

    public Path pages() {
        return folder.resolve("documents/pages");
    }

    public Path index() {
        return folder.resolve("documents/index");
    }

    public Path usageOfDays() {
        return folder.resolve("telemetry/days");
    }

    public Path reports() {
        return folder.resolve("telemetry/reports");
    }

    public Path ledger() {
        return folder.resolve("ledger");
    }

    public Path relations() {
        return folder.resolve("relations");
    }

    public Path trays() {
        return folder.resolve("trays");
    }

    public Path customers() {
        return folder.resolve("legacy/customers");
    }

    /** The items that users work with. */
    public Items catalogue() {
        return new Items(folder.resolve("items"));
    }

    public Path itemsInbox() {
        return folder.resolve("items/inbox");
    }

    public Path studioInbox() {
        return folder.resolve("items/studio");
    }

    /** The file that says where the outside world listens. */
    public Whereabouts whereabouts() {
        return Whereabouts.in(folder);
    }

    /** The SMTP server, as a handler asks for it. */
    InetSocketAddress smtp() {
        return known("SMTP server", () -> whereabouts().smtp());
    }

    /** Root of the web services, as a handler asks for it. */
    URI http() {
        return known("web services", () -> whereabouts().http());
    }

    private interface Lookup<T> {
        Optional<T> get() throws IOException;
    }

    private <T> T known(String what, Lookup<T> lookup) {
        try {
            return lookup.get()
                    .orElseThrow(() -> new TransientFailure("Nobody knows where the demo's " + what + " listen(s): "
                            + whereabouts().file() + " is missing. Start the demo program with this data folder."));
        } catch (IOException e) {
            throw new UncheckedIOException(whereabouts().file() + " cannot be read", e);
        }
    }
}
