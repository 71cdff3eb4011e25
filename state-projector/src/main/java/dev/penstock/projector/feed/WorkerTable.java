package dev.penstock.projector.feed;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.table.Parameters;
import dev.penstock.projector.table.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** {@code jobs.workers} into {@code worker} and {@code processor}: the last beat of each. */
record WorkerTable(String topic) implements FeedTable {
    private static final String BEAT = "INSERT INTO worker (id, host, version, queues, types, slots, busy, state,"
            + " beat_at, started_at, leases, log_partition, log_offset)"
            + " VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET host = excluded.host, version = excluded.version,"
            + " queues = excluded.queues, types = excluded.types, slots = excluded.slots, busy = excluded.busy,"
            + " state = excluded.state, beat_at = excluded.beat_at, leases = excluded.leases,"
            + " log_partition = excluded.log_partition, log_offset = excluded.log_offset";
    private static final String BUILD = "INSERT INTO worker_build (worker, version, started_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (worker) DO NOTHING";
    private static final String PULSE = "INSERT INTO processor (id, version, beat_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET version = excluded.version,"
            + " beat_at = greatest(processor.beat_at, excluded.beat_at)";

    @Override
    public Set<String> tables() {
        return Set.of("worker");
    }

    @Override
    public @Nullable Object read(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        return record.value() == null ? null : Wire.read(record.value(), Beat.class);
    }

    @Override
    public void write(Session session, List<Said> said) throws SQLException {
        Map<String, Said> last = new LinkedHashMap<>();
        for (Said one : said) {
            switch ((Beat) one.what()) {
                case Beat.Heartbeat beat -> last.put("worker " + beat.worker(), one);
                case Beat.Pulse pulse -> last.put("processor " + pulse.processor(), one);
            }
        }
        for (Said one : last.values()) {
            switch ((Beat) one.what()) {
                case Beat.Heartbeat beat -> beat(session, beat, one.record());
                case Beat.Pulse pulse -> pulse(session, pulse, one.record());
            }
        }
    }

    private static void beat(Session session, Beat.Heartbeat beat, ConsumerRecord<String, byte[]> record)
            throws SQLException {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        PreparedStatement put = session.prepared(BEAT);
        Parameters.of(put)
                .text(beat.worker())
                .text(beat.host())
                .text(beat.version())
                .texts(beat.queues())
                .text(Wire.text(beat.types()))
                .number(beat.slots())
                .number(beat.busy())
                .text(beat.state().name())
                .instant(at)
                .instant(at.minusMillis(beat.uptimeMillis()))
                .text(Wire.text(beat.leases()))
                .number(record.partition())
                .number(record.offset());
        put.executeUpdate();
        PreparedStatement build = session.prepared(BUILD);
        Parameters.of(build).text(beat.worker()).text(beat.version()).instant(at.minusMillis(beat.uptimeMillis()));
        build.executeUpdate();
    }

    private static void pulse(Session session, Beat.Pulse pulse, ConsumerRecord<String, byte[]> record)
            throws SQLException {
        PreparedStatement put = session.prepared(PULSE);
        Parameters.of(put)
                .text(pulse.processor())
                .text(pulse.version())
                .instant(Instant.ofEpochMilli(record.timestamp()));
        put.executeUpdate();
    }
}
