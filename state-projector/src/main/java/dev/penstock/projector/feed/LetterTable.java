package dev.penstock.projector.feed;

import static dev.penstock.projector.table.Column.column;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.table.Column;
import dev.penstock.projector.table.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** {@code jobs.dead-letter} into {@code dead_letter}. */
record LetterTable(String topic) implements FeedTable {
    private static final int SHOWN_INPUT = 16 * 1024;

    private static final List<Column<Said>> ALL = List.of(
            column("log_partition", (out, s) -> out.number(s.record().partition())),
            column("log_offset", (out, s) -> out.number(s.record().offset())),
            column("kind", (out, s) -> out.text(letter(s).job() == null ? "UNREADABLE" : "JOB")),
            column("reason", (out, s) -> out.text(letter(s).reason())),
            column(
                    "job",
                    (out, s) -> out.text(
                            letter(s).job() == null
                                    ? null
                                    : String.valueOf(letter(s).job()))),
            column("type", (out, s) -> out.text(spec(s, JobSpec::type))),
            column("queue", (out, s) -> out.text(spec(s, JobSpec::queue))),
            column("round", (out, s) -> out.number(letter(s).round())),
            column("errors", (out, s) -> out.text(Wire.text(letter(s).errors()))),
            column("source_topic", (out, s) -> out.text(source(s, DeadLetter.Source::topic))),
            column("source_partition", (out, s) -> out.number(source(s, DeadLetter.Source::partition))),
            column("source_offset", (out, s) -> out.number(source(s, DeadLetter.Source::offset))),
            column("input", (out, s) -> out.text(shown(letter(s).input()))),
            column("at", (out, s) -> out.instant(letter(s).at())));

    @Override
    public Set<String> tables() {
        return Set.of("dead_letter");
    }

    @Override
    public @Nullable Object read(ConsumerRecord<String, byte[]> record) throws UndecodableException {
        return record.value() == null ? null : Wire.read(record.value(), DeadLetter.class);
    }

    @Override
    public void write(Session session, List<Said> said) throws SQLException {
        session.copy("dead_letter", ALL, said);
    }

    private static DeadLetter letter(Said said) {
        return (DeadLetter) said.what();
    }

    private static <T> @Nullable T source(Said said, Function<DeadLetter.Source, T> part) {
        DeadLetter.Source source = letter(said).source();
        return source == null ? null : part.apply(source);
    }

    private static @Nullable String spec(Said said, Function<JobSpec, String> part) {
        JobSpec spec = letter(said).spec();
        return spec == null ? null : part.apply(spec);
    }

    private static @Nullable String shown(@Nullable String input) {
        return input == null || input.length() <= SHOWN_INPUT ? input : input.substring(0, SHOWN_INPUT);
    }
}
