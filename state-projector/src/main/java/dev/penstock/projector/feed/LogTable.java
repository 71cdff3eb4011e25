package dev.penstock.projector.feed;

import static dev.penstock.projector.table.Column.column;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.table.Column;
import dev.penstock.projector.table.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** {@code jobs.logs} into {@code log_line}: lines of attempts, and what is loud of processes (S0.24). */
record LogTable(String topic) implements FeedTable {
    private static final List<Column<Said>> ALL = List.of(
            column("log_partition", (out, s) -> out.number(s.record().partition())),
            column("log_offset", (out, s) -> out.number(s.record().offset())),
            column("job", (out, s) -> out.text(line(s).job() == null ? null : String.valueOf(line(s).job()))),
            column("round", (out, s) -> out.number(line(s).round())),
            column("attempt", (out, s) -> out.number(line(s).attempt())),
            column("lease", (out, s) -> out.number(line(s).lease())),
            column("line", (out, s) -> out.number(line(s).line())),
            column("level", (out, s) -> out.word(line(s).level())),
            column("source", (out, s) -> out.text(line(s).source())),
            column("message", (out, s) -> out.text(line(s).message())),
            column("at", (out, s) -> out.instant(line(s).at())),
            column(
                    "appended_at",
                    (out, s) -> out.instant(Instant.ofEpochMilli(s.record().timestamp()))));

    @Override
    public Set<String> tables() {
        return Set.of("log_line");
    }

    @Override
    public @Nullable Object read(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        if (record.value() == null) {
            return null;
        }
        LogLine line = Wire.read(record.value(), LogLine.class);
        return line.job() == null && line.level().compareTo(LogLine.Level.WARN) < 0 ? null : line;
    }

    @Override
    public void write(Session session, List<Said> said) throws SQLException {
        session.copy("log_line", ALL, new LogSizes(session).kept(said));
    }

    private static LogLine line(Said said) {
        return (LogLine) said.what();
    }
}
