package dev.penstock.projector.table;

import dev.penstock.api.job.Status;
import dev.penstock.projector.project.Minute;
import dev.penstock.projector.project.Minute.Count;
import dev.penstock.projector.project.Minute.Measure;
import dev.penstock.projector.project.Spread;
import dev.penstock.projector.view.MinuteKey;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table {@code statistic}: whole figures, each partition in rows of its own. */
public final class StatisticTable {
    /** Statuses whose depth over time is shown. */
    public static final List<Status> NET = List.of(
            Status.SCHEDULED,
            Status.QUEUED,
            Status.RUNNING,
            Status.WAITING_FOR_CHILDREN,
            Status.RETRYING,
            Status.STOPPING,
            Status.FAILED);

    private static final List<String> KEY = List.of("minute", "queue", "type", "log_partition");
    private static final List<String> FIGURES = figures();
    private static final String PUT = "INSERT INTO statistic (" + String.join(", ", KEY) + ", "
            + String.join(", ", FIGURES) + ") VALUES ("
            + String.join(", ", Collections.nCopies(KEY.size() + FIGURES.size(), "?"))
            + ") ON CONFLICT (minute, queue, type, log_partition) DO UPDATE SET "
            + String.join(
                    ", ",
                    FIGURES.stream().map(name -> name + " = excluded." + name).toList());
    private static final String SELECT = "SELECT s.* FROM unnest(?::timestamptz[], ?, ?) AS k(minute, queue, type)"
            + " JOIN statistic s ON s.minute = k.minute AND s.queue = k.queue AND s.type = k.type"
            + " WHERE s.log_partition = ?";

    private StatisticTable() {}

    private static List<String> figures() {
        List<String> names = new ArrayList<>();
        for (Count count : Count.values()) {
            names.add(name(count));
        }
        for (Measure measure : Measure.values()) {
            for (String part : List.of("_count", "_sum_ms", "_min_ms", "_max_ms", "_sketch")) {
                names.add(name(measure) + part);
            }
        }
        NET.forEach(status -> names.add("net_" + name(status)));
        return names;
    }

    public static void put(Session session, int partition, Map<MinuteKey, Minute> minutes) throws SQLException {
        PreparedStatement put = session.prepared(PUT);
        for (Map.Entry<MinuteKey, Minute> entry : minutes.entrySet()) {
            Minute minute = entry.getValue();
            Parameters row = Parameters.of(put)
                    .instant(entry.getKey().minute())
                    .text(entry.getKey().queue())
                    .text(entry.getKey().type())
                    .number(partition);
            for (Count count : Count.values()) {
                row.number(minute.count(count));
            }
            for (Measure measure : Measure.values()) {
                Spread spread = minute.measure(measure);
                row.number(spread.count()).number(spread.sum()).number(spread.min());
                row.number(spread.max()).bytes(SketchForm.write(spread.sketch()));
            }
            for (Status status : NET) {
                row.number(minute.net(status));
            }
            put.addBatch();
        }
        put.executeBatch();
    }

    public static Map<MinuteKey, Minute> select(Session session, int partition, Collection<MinuteKey> keys)
            throws SQLException {
        Array minutes = session.texts(keys.stream().map(MinuteKey::minute).toList());
        Array queues = session.texts(keys.stream().map(MinuteKey::queue).toList());
        Array types = session.texts(keys.stream().map(MinuteKey::type).toList());
        PreparedStatement select = session.prepared(SELECT);
        select.setArray(1, minutes);
        select.setArray(2, queues);
        select.setArray(3, types);
        select.setInt(4, partition);
        Map<MinuteKey, Minute> found = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Instant minute = row.getObject("minute", OffsetDateTime.class).toInstant();
                found.put(new MinuteKey(minute, row.getString("queue"), row.getString("type")), minute(row));
            }
        }
        return found;
    }

    private static Minute minute(ResultSet row) throws SQLException {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            counts.put(count, row.getLong(name(count)));
        }
        Map<Measure, Spread> measures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            measures.put(measure, spread(row, name(measure)));
        }
        Map<Status, Long> net = new EnumMap<>(Status.class);
        for (Status status : NET) {
            net.put(status, row.getLong("net_" + name(status)));
        }
        return new Minute(counts, measures, net);
    }

    private static Spread spread(ResultSet row, String name) throws SQLException {
        long count = row.getLong(name + "_count");
        return count == 0
                ? new Spread()
                : new Spread(
                        count,
                        row.getLong(name + "_sum_ms"),
                        row.getLong(name + "_min_ms"),
                        row.getLong(name + "_max_ms"),
                        SketchForm.read(row.getBytes(name + "_sketch")));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
