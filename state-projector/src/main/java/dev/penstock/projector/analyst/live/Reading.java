package dev.penstock.projector.analyst.live;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.source.OwnFolder;
import dev.penstock.projector.analyst.source.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * One reading of the log, from where the files end to its present end. Rows and the place behind them are written in one
 * transaction, then the jobs and their place: whoever is stopped between reads the last batch again, and writes none of its rows
 * twice. Used by one thread, looked at by others.
 */
final class Reading {
    /** Goes up whenever the tables, or what is covered in them, are made in another way. */
    private static final int FORM = 1;

    private static final String COVERED = ", covered ";

    private static final Logger LOG = Logger.getLogger(Reading.class);

    private final Kafka kafka;
    private final Path folder;
    private final MaskRules rules;
    private final int megabytes;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong all = new AtomicLong();

    Reading(Kafka kafka, Path folder, MaskRules rules, int megabytes) {
        this.kafka = kafka;
        this.folder = folder;
        this.rules = rules;
        this.megabytes = megabytes;
    }

    /**
     * How far the files are.
     *
     * @param made of which topic and under which rules
     * @param next the first records that are not in them
     */
    record Reached(String made, Offsets next) {
        boolean isUnder(MaskRules rules) {
            return made.endsWith(COVERED + rules.text());
        }
    }

    /** Events read so far, of {@link #all}. */
    long done() {
        return done.get();
    }

    long all() {
        return all.get();
    }

    static Path tables(Path folder) {
        return folder.resolve("tables.duckdb");
    }

    private Path jobs() {
        return folder.resolve("jobs");
    }

    /**
     * Reads.
     *
     * @param before what the last reading of this process reached; null if there was none
     */
    Reached read(@Nullable Reached before) throws Exception {
        String made = "form " + FORM + ", wire " + Wire.VERSION + ", topic " + topic() + COVERED + rules.text();
        try (EventLog log = EventLog.frugal(kafka)) {
            Offsets end = log.end();
            Reached aim = new Reached(made, end);
            if (aim.equals(before)) {
                return aim;
            }
            // Payloads are in it as they came.
            OwnFolder.make(folder);
            if (!goesOn(aim)) {
                TableFile.remove(tables(folder));
                JobFile.remove(jobs());
            }
            try (TableFile rows = new TableFile(tables(folder), megabytes);
                    JobFile jobs = new JobFile(jobs())) {
                readOn(log, rows, jobs, aim);
            }
            return aim;
        }
    }

    private void readOn(EventLog log, TableFile rows, JobFile jobs, Reached aim) throws SQLException, RocksDBException {
        Offsets begin = jobs.next().orElse(log.beginning());
        all.set(aim.next().since(begin));
        Batch batch = new Batch(rows, jobs, new Cover(rules.masking()), new Reached(aim.made(), begin));
        log.read(new Stretch(begin, aim.next()), fact -> {
            done.incrementAndGet();
            batch.add(fact);
        });
        batch.end(aim.next());
    }

    /** Whether what lies there is of this topic and these rules, and no further than the log. */
    private boolean goesOn(Reached aim) throws SQLException, RocksDBException {
        if (!Files.exists(tables(folder)) || !Files.exists(jobs())) {
            return false;
        }
        try (TableFile rows = new TableFile(tables(folder), megabytes);
                JobFile jobs = new JobFile(jobs())) {
            Reached there = rows.reached();
            return there.made().equals(aim.made())
                    && there.next().since(aim.next()) == 0
                    && jobs.next().since(there.next()) == 0
                    && jobs.next().next().keySet().equals(there.next().next().keySet());
        } catch (SQLException | RocksDBException e) {
            // Else nobody could ask ever again. What somebody else has open is not broken.
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("lock")) {
                throw e;
            }
            LOG.warnf(
                    "The tables for SQL in %s cannot be opened and are made anew from the log: %s",
                    folder, e.getMessage());
            return false;
        }
    }

    /** A topic that is made again has the same name and another id. */
    private String topic() throws InterruptedException, IOException {
        String name = kafka.topics().events();
        try (Admin admin = kafka.admin()) {
            return Objects.requireNonNull(admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .get(name))
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new IOException("the log cannot be read from " + kafka + ": " + e.getMessage(), e);
        }
    }
}
