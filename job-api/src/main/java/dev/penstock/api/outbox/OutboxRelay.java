package dev.penstock.api.outbox;

import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what lies in an {@link Outbox}, in the order of its rows: locks some, submits them, deletes them when Kafka has
 * acknowledged. Whatever fails in between leaves the rows where they are, and they are submitted again under the same job ids:
 * at least once published, once made.
 *
 * <p>Several relays may run: each passes over the rows that another has locked, so the order holds within what one of them
 * takes at a time. A row that cannot be a submission is marked with the sentence and passed over.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration TROUBLE = Duration.ofSeconds(2);

    private record Row(long id, @Nullable String job, String spec) {}

    private final Database database;
    private final Outbox outbox;
    private final JobSubmitter submitter;
    private final Semaphore woken = new Semaphore(0);
    private final AtomicLong published = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    /** A relay that submits with {@code submitter}, usually a {@code JobClient}; {@link #start} starts it. */
    public OutboxRelay(Database database, Outbox outbox, JobSubmitter submitter) {
        this.database = database;
        this.outbox = outbox;
        this.submitter = submitter;
        this.thread = new Thread(this::run, "relay of " + outbox.table());
        thread.setDaemon(true);
    }

    public OutboxRelay start() {
        thread.start();
        return this;
    }

    /** Looks at once instead of within 200 ms: for a program that has just committed. */
    public void wake() {
        woken.release();
    }

    /** Rows published by this relay. */
    public long published() {
        return published.get();
    }

    private void run() {
        while (!closing) {
            Duration pause = IDLE;
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                int rows;
                do {
                    rows = turn(connection);
                } while (rows == BATCH && !closing);
            } catch (SQLException | RuntimeException | Error e) {
                // What is not known to be done is done again.
                LOG.warn("The outbox {} cannot be published at the moment: {}", outbox.table(), e.toString());
                pause = TROUBLE;
            }
            await(pause);
        }
    }

    private void await(Duration pause) {
        try {
            if (!closing && woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Publishes some rows; one transaction. */
    private int turn(Connection connection) throws SQLException {
        try {
            List<Row> rows = lock(connection);
            List<NewJob> jobs = new ArrayList<>(rows.size());
            List<Long> done = new ArrayList<>(rows.size());
            for (Row row : rows) {
                try {
                    jobs.add(job(row));
                    done.add(row.id());
                } catch (UndecodableException | IllegalArgumentException e) {
                    refuse(connection, row, String.valueOf(e.getMessage()));
                }
            }
            submitter.submitAll(jobs);
            delete(connection, done);
            connection.commit();
            published.addAndGet(done.size());
            return rows.size();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private List<Row> lock(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT id, job, spec FROM " + outbox.table()
                        + " WHERE refused IS NULL ORDER BY id LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(found.getLong(1), found.getString(2), found.getString(3)));
            }
        }
        return rows;
    }

    private static NewJob job(Row row) throws UndecodableException {
        JobSpec spec = Wire.read(row.spec().getBytes(StandardCharsets.UTF_8), JobSpec.class);
        NewJob job = NewJob.of(spec);
        return row.job() == null ? job : job.id(new JobId(row.job()));
    }

    private void refuse(Connection connection, Row row, String sentence) throws SQLException {
        LOG.error("Row {} of the outbox {} is no submission: {}", row.id(), outbox.table(), sentence);
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + outbox.table() + " SET refused = ? WHERE id = ?")) {
            update.setString(1, sentence);
            update.setLong(2, row.id());
            update.executeUpdate();
        }
    }

    private void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + outbox.table() + " WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** Ends after the turn that is under way. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
