package dev.penstock.projector.app;

import dev.penstock.projector.feed.Feed;
import dev.penstock.projector.feed.Retention;
import dev.penstock.projector.lag.FreshnessWriter;
import dev.penstock.projector.sink.Sink;
import dev.penstock.projector.store.Generation;
import dev.penstock.projector.store.PatientReadModel;
import dev.penstock.projector.store.PostgresReadModel;
import dev.penstock.projector.store.ReadSchema;
import dev.penstock.projector.topology.ProjectionStream;
import dev.penstock.projector.topology.ProjectionTopology;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** One life of a projector, put together. When any of it breaks, all of it ends. */
public final class ReadSide implements AutoCloseable {
    private final Closing closing;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final ProjectionStream stream;
    private final Feed feed;
    private final FreshnessWriter freshness;

    private ReadSide(ReadSideSettings settings, ReadSideMeter meter, Closing closing) throws InterruptedException {
        this.closing = closing;
        DataSource database = settings.database();
        ReadSchema.migrate(database, settings.reader(), settings.schema());
        UUID generation = Generation.of(database);
        Bearings bearings = new Bearings(settings.kafka());
        try (Admin admin = settings.kafka().admin()) {
            Set<String> missing = bearings.missing(admin);
            if (!missing.isEmpty()) {
                throw new IllegalStateException("The topics " + String.join(", ", missing) + " are missing in "
                        + settings.kafka() + ": start a processor, which makes them");
            }
            if (settings.schema().equals(ReadSchema.NAME)) {
                bearings.removeOldGenerations(admin, generation);
            }
        }
        String topic = settings.kafka().topics().events();
        stream = closing.add(new ProjectionStream(
                topology(settings, () -> sink(database, topic, generation, meter), meter),
                new ProjectionStream.Settings(
                        bearings.applicationId(generation),
                        settings.kafka().properties(),
                        settings.folder(),
                        settings.threads())));
        feed = closing.add(new Feed(settings.kafka(), database, generation, bearings.feedGroup(generation)));
        freshness = closing.add(new FreshnessWriter(settings.kafka(), database, generation, stream.positions()));
        Retention retention = closing.add(new Retention(database, settings.logsKept()));
        stream.start();
        feed.start();
        freshness.start();
        retention.start();
    }

    /**
     * Starts it. Returns when all threads run; the log is read from then on.
     *
     * @throws IllegalStateException with a sentence if something is missing
     */
    public static ReadSide start(ReadSideSettings settings, ReadSideMeter meter) throws InterruptedException {
        Closing closing = new Closing();
        try {
            return new ReadSide(settings, meter, closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** A schema that is to take the place of another one is filled in silence: the other one's projector publishes. */
    private static Topology topology(ReadSideSettings settings, Supplier<Sink> sink, ReadSideMeter meter) {
        return settings.schema().equals(ReadSchema.NAME)
                ? ProjectionTopology.of(settings.kafka().topics(), sink, meter)
                : ProjectionTopology.silent(settings.kafka().topics(), sink, meter);
    }

    private Sink sink(DataSource database, String topic, UUID generation, ReadSideMeter meter) {
        PostgresReadModel model = new PostgresReadModel(database, topic, generation, meter);
        return new Sink(topic, new PatientReadModel(model, meter, ending), Sink.Limits.DEFAULT);
    }

    /** Whether everything that has to run, runs. */
    public boolean isAlive() {
        return !stream.isDead() && feed.isAlive() && freshness.isAlive();
    }

    /** Whether it has its partitions and reads them. */
    public boolean isSettled() {
        return stream.isSettled();
    }

    /** What broke; null if nothing did. */
    public @Nullable Throwable failure() {
        Throwable broken = stream.failure();
        return broken != null ? broken : feed.failure() != null ? feed.failure() : freshness.failure();
    }

    /** How far the rows are behind the log. */
    public FreshnessWriter.Worst lag() {
        return freshness.worst();
    }

    @Override
    public void close() {
        ending.countDown();
        closing.close();
    }
}
