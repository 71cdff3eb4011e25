package dev.penstock.ui.read.past;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fixture.Lives;
import dev.penstock.ui.fixture.Plan;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.read.search.PastCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statements that count what was, in a database of their own: counters and statistics there are of these lives only. */
class PastCountsTest {
    private static final ReadModel MODEL = ReadModel.fresh();
    private static final Bygone BYGONE = new Bygone(MODEL);

    /** In the order of the table's columns. */
    private static final List<Status> NET = List.of(
            Status.SCHEDULED,
            Status.QUEUED,
            Status.RUNNING,
            Status.WAITING_FOR_CHILDREN,
            Status.RETRYING,
            Status.STOPPING,
            Status.FAILED);

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = MODEL.database().connect();
        connection.setSchema("penstock_read");
        MODEL.execute(statistics());
    }

    @AfterAll
    static void leave() throws SQLException {
        connection.close();
    }

    @Test
    void endsAreCountedAlikeFromTheCountersAndFromTheJobs() throws SQLException {
        for (int i = 0; i < 40; i++) {
            Instant at = BYGONE.someMoment();
            Map<Status, Long> expected = new EnumMap<>(Status.class);
            // Those that have been touched since and were not at their present end are folded.
            for (Lives life : BYGONE.lives()) {
                Instant ended = life.job().times().endedAt();
                if (ended != null && !ended.isAfter(at)) {
                    expected.merge(Objects.requireNonNull(life.asOf(at)).status(), 1L, Long::sum);
                }
            }
            for (boolean manySince : new boolean[] {false, true}) {
                Map<Status, Long> counted = new EnumMap<>(Status.class);
                for (Object[] row : Plan.rows(connection, new PastCounts(at).ended(manySince))) {
                    counted.put(Status.valueOf((String) row[0]), ((Number) row[1]).longValue());
                }
                counted.values().removeIf(jobs -> jobs == 0);
                assertThat(counted).as("seed %d as of %s", Bygone.SEED, at).isEqualTo(expected);
            }
        }
    }

    @Test
    void depthsAreCountedBackToTheEndOfTheMinute() throws SQLException {
        for (int i = 0; i < 40; i++) {
            Instant at = BYGONE.someMoment();
            Instant end = at.truncatedTo(ChronoUnit.MINUTES)
                    .plus(1, ChronoUnit.MINUTES)
                    .minusMillis(1);
            Map<String, Long> expected = new TreeMap<>();
            for (Job job : BYGONE.asOf(end)) {
                if (!job.status().isEnd() || job.status() == Status.FAILED) {
                    expected.merge(job.queue() + job.status(), 1L, Long::sum);
                }
            }
            Map<String, Long> counted = new TreeMap<>();
            for (Object[] row : Plan.rows(connection, new PastCounts(at).byTheMinute())) {
                counted.put((String) row[0] + row[1], ((Number) row[2]).longValue());
            }
            assertThat(counted).as("seed %d as of %s", Bygone.SEED, at).isEqualTo(expected);
        }
    }

    /** As the projector counts them: by how much the number of jobs in each status grew in each minute. */
    private static String statistics() {
        Map<String, long[]> grown = new TreeMap<>();
        for (Lives life : BYGONE.lives()) {
            Job before = null;
            for (EventMessage event : life.events()) {
                Job after = Evolution.evolve(before, event);
                String minute = event.at().truncatedTo(ChronoUnit.MINUTES) + "', '"
                        + life.job().queue();
                long[] net = grown.computeIfAbsent(minute, key -> new long[NET.size()]);
                moved(net, before, -1);
                moved(net, after, 1);
                before = after;
            }
        }
        return grown.entrySet().stream()
                .map(minute ->
                        "('" + minute.getKey() + "', 'past', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null,"
                                + " 0, 0, null, null, null, 0, 0, null, null, null"
                                + Arrays.stream(minute.getValue())
                                        .mapToObj(net -> ", " + net)
                                        .collect(joining())
                                + ")")
                .collect(joining(", ", "INSERT INTO statistic VALUES ", ""));
    }

    private static void moved(long[] net, @Nullable Job job, int by) {
        int at = job == null ? -1 : NET.indexOf(job.status());
        if (at >= 0) {
            net[at] += by;
        }
    }
}
