package dev.penstock.projector.app;

import dev.penstock.projector.lag.FreshnessWriter;
import dev.penstock.projector.store.Generation;
import dev.penstock.projector.store.InSchema;
import dev.penstock.projector.store.ReadSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Makes the read model anew in a schema beside the present one and puts it in that one's place. Meanwhile a projector may go on
 * filling the present one and pages are served from it; a moment after the change the projector notices, and goes on with the new one
 * where it is. If it is interrupted it goes on where it was when it is started again.
 *
 * <p>What comes from topics that keep their records for a time only, log lines, workers and dead letters, is copied: a rebuild never
 * shows less of these than was there before.
 */
public final class Rebuilding {
    /** The schema that is being filled. */
    public static final String NEXT = ReadSchema.NAME + "_next";

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final String PAST = ReadSchema.NAME + "_past";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long NEARLY = 1_000;
    private static final Duration LOCK = Duration.ofSeconds(5);
    private static final int TRIES = 60;
    /** A lock that did not come in time, and a deadlock. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private static final List<String> FED =
            List.of("log_line", "log_size", "worker", "worker_build", "processor", "dead_letter");

    private final ReadSideSettings settings;
    private final ReadSideMeter meter;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param present settings of the present projector, whose folder the new schema's stores are put into: there it finds them; nobody
     *     else may use connections of this database source
     */
    public Rebuilding(ReadSideSettings present, ReadSideMeter meter) {
        this.settings = new ReadSideSettings(
                present.kafka(),
                new InSchema(present.database(), NEXT),
                NEXT,
                present.reader(),
                present.folder(),
                present.threads(),
                present.logsKept());
        this.meter = meter;
    }

    /**
     * Returns when the new schema is in the place of the old one, or {@link #stop} was called.
     *
     * @param progress hears twice a second how far the rows are behind the log
     * @return whether it has been done
     * @throws IllegalStateException with a sentence if there is nothing to replace, or it breaks
     */
    public boolean run(Consumer<FreshnessWriter.Worst> progress) throws InterruptedException {
        if (!exists(ReadSchema.NAME)) {
            throw new IllegalStateException(
                    "There is no schema " + ReadSchema.NAME + ": start a projector, which makes and fills it.");
        }
        ReadSchema.migrate(settings.database(), settings.reader(), NEXT);
        takeOver();
        if (!fill(progress)) {
            return false;
        }
        handOver();
        return swap();
    }

    /** Leaves it as it is. */
    public void stop() {
        closing.countDown();
    }

    private boolean fill(Consumer<FreshnessWriter.Worst> progress) throws InterruptedException {
        try (ReadSide side = ReadSide.start(settings, meter)) {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!side.isAlive()) {
                    throw new IllegalStateException(
                            "The new schema cannot be filled: " + side.failure(), side.failure());
                }
                FreshnessWriter.Worst lag = side.lag();
                progress.accept(lag);
                if (side.isSettled() && isNearlyDone()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** By what the new schema says of as many partitions as the old one knows. */
    private boolean isNearlyDone() {
        try (Connection connection = settings.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT partitions >= (SELECT partitions FROM " + ReadSchema.NAME
                        + ".freshness_now) AND behind_records <= " + NEARLY + " FROM freshness_now")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            LOG.debugf("How far it is cannot be told: %s", e.getMessage());
            return false;
        }
    }

    private boolean exists(String schema) {
        try (Connection connection = settings.database().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT FROM information_schema.schemata WHERE schema_name = ?")) {
            select.setString(1, schema);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Copies what no longer stands in the topics, with the places in these: once. */
    private void takeOver() {
        try (Connection connection = settings.database().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Rows and offsets as of one moment.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            boolean fresh;
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM sink_offset")) {
                fresh = row.next() && row.getLong(1) == 0;
            }
            if (fresh) {
                for (String table : FED) {
                    statement.execute("INSERT INTO " + table + " SELECT * FROM " + ReadSchema.NAME + "." + table);
                }
                statement.execute("INSERT INTO sink_offset SELECT * FROM " + ReadSchema.NAME
                        + ".sink_offset WHERE topic NOT LIKE '%events'");
            }
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Nobody has published what was folded here; and the present projector will stop before it has published all that it folded. */
    private void handOver() throws InterruptedException {
        UUID present = Generation.of(new InSchema(settings.database(), ReadSchema.NAME));
        try (Admin admin = settings.kafka().admin()) {
            new Bearings(settings.kafka()).handOver(admin, present, Generation.of(settings.database()));
        }
    }

    /**
     * Names are changed in one transaction; whoever reads by name sees one or the other.
     *
     * @return whether it is done; else {@link #stop} was called
     */
    private boolean swap() throws InterruptedException {
        try (Connection connection = settings.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + PAST + " CASCADE");
            connection.setAutoCommit(false);
            for (int tries = 1; !renamed(connection, statement, tries); tries++) {
                if (closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            connection.setAutoCommit(true);
            LOG.infof("The schema %s is in its place", ReadSchema.NAME);
            statement.execute("DROP SCHEMA " + PAST + " CASCADE");
            return true;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * A writer names tables without their schema. One that moved its offset before the names change would put its rows into the new
     * schema, whose offset it has not moved: the projector would then fold the same events into it once more. Each moves an offset
     * first, so the lock waits for those that are under way and keeps the others out. They find, when it is gone, that the schema is
     * another one (OffsetTable). Nothing else is locked here, so nobody can stand in the way of both; and those who wait behind the
     * lock wait for as long as it may, no longer.
     */
    private static boolean renamed(Connection connection, Statement statement, int tries) throws SQLException {
        try {
            statement.execute("SET LOCAL lock_timeout = " + LOCK.toMillis());
            statement.execute("LOCK TABLE " + ReadSchema.NAME + ".sink_offset IN ACCESS EXCLUSIVE MODE");
            statement.execute("ALTER SCHEMA " + ReadSchema.NAME + " RENAME TO " + PAST);
            statement.execute("ALTER SCHEMA " + NEXT + " RENAME TO " + ReadSchema.NAME);
            connection.commit();
            return true;
        } catch (SQLException e) {
            connection.rollback();
            if (!BUSY.contains(String.valueOf(e.getSQLState())) || tries == TRIES) {
                throw e;
            }
            LOG.debugf("The present schema is being written: %s", e.getMessage());
            return false;
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("PostgreSQL refuses: " + e.getMessage(), e);
    }
}
