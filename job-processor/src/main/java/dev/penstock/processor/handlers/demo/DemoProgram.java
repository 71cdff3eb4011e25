package dev.penstock.processor.handlers.demo;

import dev.penstock.api.client.JobClient;
import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.item.Items;
import dev.penstock.processor.handlers.load.DemoLoad;
import dev.penstock.processor.handlers.load.Legacy;
import dev.penstock.processor.handlers.outside.OutsideWorld;
import dev.penstock.processor.handlers.outside.Whereabouts;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outside world, and the load that sends jobs into it. */
public final class DemoProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProgram.class);

    private final OutsideWorld world;
    private final DemoLoad load;
    private final Items catalogue;

    private DemoProgram(OutsideWorld world, DemoLoad load, Items catalogue) {
        this.world = world;
        this.load = load;
        this.catalogue = catalogue;
    }

    /**
     * Starts everything; the caller closes the client, and the legacy service, after the program.
     *
     * @throws IOException if a port is taken or a file cannot be written; the message names which
     */
    public static DemoProgram start(JobClient client, DemoSettings settings, Legacy legacy) throws IOException {
        DemoPlaces places = DemoPlaces.in(settings.dataDir());
        OutsideWorld world = OutsideWorld.start(
                new OutsideWorld.Options(settings.smtpPort(), settings.httpPort(), places.mailbox(), settings.seed()));
        try {
            WholeFile.write(places.whereabouts().file(), Whereabouts.text(world));
            DemoLoad load = DemoLoad.start(
                    client,
                    new DemoLoad.Options(places, settings.seed(), settings.perSecond(), settings.time()),
                    legacy);
            LOG.info(
                    "The demo's SMTP server listens on {}, its web services on {}; files in {}",
                    world.smtp(),
                    world.http(),
                    places.folder());
            return new DemoProgram(world, load, places.catalogue());
        } catch (IOException | RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** The load: bursts, stop, tally. */
    public DemoLoad load() {
        return load;
    }

    /** The items that its jobs change. */
    Items catalogue() {
        return catalogue;
    }

    /** Stops the load first: jobs under way still find the outside world as long as possible. */
    @Override
    public void close() {
        load.close();
        world.close();
    }
}
