package dev.penstock.projector.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.feed.FeedTable.Said;
import dev.penstock.projector.store.ReadSchema;
import dev.penstock.projector.story.Dump;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.table.Session;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LogSizesTest {
    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private long offset;

    @Test
    void of_a_job_that_logs_too_much_10_mb_are_kept_and_the_rest_is_counted() throws SQLException {
        ReadSchema.migrate(Dump.source(database), ReadSchema.Reader.EXISTING);
        String tooLong = "x".repeat(8_000);
        write(lines("loud.0", Level.INFO, 1, 700, tooLong));
        write(lines("loud.0", Level.INFO, 701, 1_400, tooLong));
        write(lines("calm.0", Level.INFO, 1, 3, "sent"));
        assertThat(number("SELECT count(*) FROM penstock_read.log_line WHERE job = 'loud.0'"))
                .isEqualTo(1_250);
        assertThat(number("SELECT dropped FROM penstock_read.log_size WHERE job = 'loud.0'"))
                .isEqualTo(150);
        assertThat(number("SELECT bytes FROM penstock_read.log_size WHERE job = 'loud.0'"))
                .isEqualTo(LogSizes.MOST);
        assertThat(number("SELECT lines * 10 + dropped FROM penstock_read.log_size WHERE job = 'calm.0'"))
                .isEqualTo(30);
    }

    @Test
    void above_the_5000th_line_of_an_attempt_only_errors_are_kept() throws SQLException {
        ReadSchema.migrate(Dump.source(database), ReadSchema.Reader.EXISTING);
        write(lines("many.0", Level.INFO, 4_999, 5_002, "going on"));
        write(lines("many.0", Level.ERROR, 5_003, 5_003, "broken"));
        assertThat(number("SELECT count(*) FROM penstock_read.log_line")).isEqualTo(3);
        assertThat(number("SELECT dropped FROM penstock_read.log_size")).isEqualTo(2);
    }

    private List<Said> lines(String job, Level level, long from, long to, String message) {
        List<Said> lines = new ArrayList<>();
        LongStream.rangeClosed(from, to).forEach(line -> {
            LogLine what = new LogLine(new JobId(job), 1, 1, 0, line, level, "w-1", message, Story.START);
            lines.add(new Said(new ConsumerRecord<>("logs", 0, offset++, job, new byte[0]), what));
        });
        return lines;
    }

    private void write(List<Said> lines) throws SQLException {
        Session session = Session.open(Dump.source(database));
        try (session) {
            new LogTable("logs").write(session, lines);
            session.commit();
        }
    }

    private long number(String sql) throws SQLException {
        return Dump.number(database, sql);
    }
}
