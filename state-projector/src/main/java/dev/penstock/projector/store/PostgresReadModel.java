package dev.penstock.projector.store;

import dev.penstock.api.job.JobId;
import dev.penstock.projector.project.Changes;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.sink.ReadModel;
import dev.penstock.projector.table.AttemptTable;
import dev.penstock.projector.table.CountTable;
import dev.penstock.projector.table.HistoryTable;
import dev.penstock.projector.table.JobTable;
import dev.penstock.projector.table.Notice;
import dev.penstock.projector.table.OffsetTable;
import dev.penstock.projector.table.Session;
import dev.penstock.projector.table.SettingTable;
import dev.penstock.projector.table.StatisticTable;
import dev.penstock.projector.table.failure.FailureTables;
import dev.penstock.projector.table.tally.TallyTable;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.HistoryView;
import dev.penstock.projector.view.JobChange;
import dev.penstock.projector.view.JobView;
import dev.penstock.projector.view.MinuteKey;
import dev.penstock.projector.view.Place;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows in PostgreSQL. Holds one connection; not thread-safe. */
public final class PostgresReadModel implements ReadModel {
    private final KeptSession session;
    private final String topic;
    private final UUID generation;
    private final WriteMeter meter;
    private int touched;

    /**
     * @param database its connections begin in the schema {@link ReadSchema#NAME}
     * @param topic of the event log
     * @param generation the life of the schema that this reader serves
     * @param meter hears of each batch
     */
    public PostgresReadModel(DataSource database, String topic, UUID generation, WriteMeter meter) {
        this.session = new KeptSession(database);
        this.topic = topic;
        this.generation = generation;
        this.meter = meter;
    }

    @Override
    public Map<Integer, Long> next(Set<Integer> partitions) {
        return session.transaction(s -> {
            touched = partitions.stream().findFirst().orElse(touched);
            return OffsetTable.next(s, generation, topic, partitions);
        });
    }

    @Override
    public Map<JobId, JobView> jobs(Collection<JobId> ids) {
        return session.transaction(s -> JobTable.select(s, ids));
    }

    @Override
    public Map<MinuteKey, Minute> minutes(int partition, Collection<MinuteKey> keys) {
        return session.transaction(s -> StatisticTable.select(s, partition, keys));
    }

    @Override
    public boolean write(List<Part> parts, boolean durable) {
        long from = System.nanoTime();
        try {
            Integer rows = session.transaction(s -> {
                if (!durable) {
                    s.execute("SET LOCAL synchronous_commit TO off");
                }
                if (!OffsetTable.advance(s, generation, topic, steps(parts))) {
                    s.rollback();
                    return -1;
                }
                return rows(s, parts);
            });
            if (rows < 0) {
                return false;
            }
            long records =
                    parts.stream().mapToLong(part -> part.next() - part.first()).sum();
            meter.wrote(records, rows, System.nanoTime() - from);
            return true;
        } catch (IllegalArgumentException e) {
            throw new RowRefused(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void harden() {
        session.transaction(s -> {
            OffsetTable.touch(s, topic, touched);
            return true;
        });
    }

    private static List<OffsetTable.Step> steps(List<Part> parts) {
        return parts.stream()
                .map(part -> new OffsetTable.Step(part.partition(), part.first(), part.next(), part.lastAt()))
                .toList();
    }

    /** Writes what all parts change; the number of rows. */
    private static int rows(Session s, List<Part> parts) throws SQLException {
        Map<JobId, Place> deleted = new HashMap<>();
        List<HistoryView.Key> superseded = new ArrayList<>();
        Map<JobId, JobChange> jobs = new LinkedHashMap<>();
        List<AttemptView> attempts = new ArrayList<>();
        List<HistoryView> history = new ArrayList<>();
        for (Part part : parts) {
            Changes changes = part.changes();
            deleted.putAll(changes.deleted());
            superseded.addAll(changes.superseded());
            jobs.putAll(changes.jobs());
            attempts.addAll(changes.attempts());
            history.addAll(changes.history());
            CountTable.add(s, part.partition(), changes.counts());
            StatisticTable.put(s, part.partition(), changes.minutes());
            SettingTable.put(s, changes.settings());
            FailureTables.write(s, part.partition(), changes);
            TallyTable.add(s, part.partition(), changes.tallies());
        }
        delete(s, deleted);
        if (!superseded.isEmpty()) {
            HistoryTable.delete(s, superseded);
        }
        int rows = JobTable.upsert(s, jobs.values())
                + AttemptTable.upsert(s, attempts, job -> isNew(jobs.get(job)))
                + HistoryTable.append(s, history);
        Notice.of(tables(parts), jobs.keySet()).send(s);
        return rows + deleted.size();
    }

    private static boolean isNew(@Nullable JobChange change) {
        return change != null && change.before() == null;
    }

    private static void delete(Session s, Map<JobId, Place> deleted) throws SQLException {
        if (!deleted.isEmpty()) {
            HistoryTable.deleteBefore(s, deleted);
            AttemptTable.delete(s, deleted.keySet());
            JobTable.delete(s, deleted.keySet());
            for (String table : List.of("log_line", "log_size")) {
                PreparedStatement lines = s.prepared("DELETE FROM " + table + " WHERE job = ANY (?)");
                lines.setArray(1, s.texts(deleted.keySet()));
                lines.executeUpdate();
            }
        }
    }

    private static Set<String> tables(List<Part> parts) {
        Set<String> tables = new TreeSet<>();
        for (Part part : parts) {
            if (!part.changes().jobs().isEmpty()) {
                tables.addAll(List.of("job", "attempt", "job_count", "statistic"));
            }
            if (!part.changes().history().isEmpty()) {
                tables.add("history");
            }
            if (!part.changes().failures().isEmpty()
                    || !part.changes().verdicts().isEmpty()) {
                tables.add("failure_group");
            }
            if (!part.changes().settings().isEmpty()) {
                tables.add("setting");
            }
        }
        return tables;
    }

    @Override
    public void close() {
        session.close();
    }
}
