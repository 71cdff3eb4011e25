package dev.penstock.ui.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.LogFact;
import dev.penstock.ui.fact.Overview;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.read.series.Stretch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class OverviewQueriesTest {
    @Inject
    OverviewQueries overviews;

    @Inject
    StatisticQueries statistics;

    @Inject
    SettingQueries settings;

    @Inject
    LogQueries logs;

    @Inject
    JobQueries jobs;

    @Inject
    FreshnessQueries freshness;

    @BeforeAll
    static void aQueueThatWorksAndOneThatStarves() throws IOException {
        ReadModel model = Installation.current().model();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Rows rows = new Rows(model)
                .setting(Setting.Queue.named("seen", "what people see"))
                .setting(new Setting.Type("seen.run", "A type", "seen", JobPolicy.DEFAULT, Map.of()))
                .setting(new Setting.Template("seen.mail", "Hello {name}", "Your code is {code}"))
                .worker("seen-1-4f7q0m2z", now, "seen")
                .worker("gone-1-11111111", now.minusSeconds(300), "starved");
        for (int i = 0; i < 12; i++) {
            rows.job(Histories.queued(
                    "starve" + i + ".0", now.minusSeconds(60 - i), "\"type\":\"seen.run\",\"queue\":\"starved\""));
        }
        rows.job(Histories.queued("runs.0", now.minusSeconds(30), "\"type\":\"seen.run\",\"queue\":\"seen\"")
                .started("seen-1-4f7q0m2z"));
        rows.job(Histories.queued("fell.0", now.minusSeconds(40), "\"type\":\"seen.run\",\"queue\":\"seen\"")
                .started("seen-1-4f7q0m2z")
                .failed("seen-1-4f7q0m2z"));
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        minute(model, minute.minusSeconds(120), 0, 10, 20, 30);
        minute(model, minute.minusSeconds(120), 1, 40);
        minute(model, minute, 0, 1_000);
        line(model, 1, "WARN", "processor-1-aaaaaaaa", null, "a queue is paused");
        line(model, 2, "INFO", "seen-1-4f7q0m2z", "fell.0", "connecting");
        line(model, 3, "ERROR", "seen-1-4f7q0m2z", "fell.0", "connect timed out");
    }

    private static void minute(ReadModel model, Instant at, int partition, long... waits) throws IOException {
        DDSketch sketch = DDSketches.unboundedDense(0.01);
        Arrays.stream(waits).forEach(sketch::accept);
        GrowingByteArrayOutput out = GrowingByteArrayOutput.withDefaultInitialCapacity();
        sketch.encode(out, false);
        model.execute(
                "INSERT INTO statistic VALUES (?, 'seen', 'seen.run', ?, ?, 5, 3, 1, 0, 0, 0, 1, 2, 0, ?, ?, ?, ?, ?, 0, 0, null,"
                        + " null, null, 0, 0, null, null, null, 0, 1, 0, 0, 0, 0, 0)",
                at,
                partition,
                10 + partition,
                waits.length,
                Arrays.stream(waits).sum(),
                Arrays.stream(waits).min().orElseThrow(),
                Arrays.stream(waits).max().orElseThrow(),
                Arrays.copyOf(out.backingArray(), out.numWrittenBytes()));
    }

    private static void line(
            ReadModel model,
            long offset,
            String level,
            String source,
            @org.jspecify.annotations.Nullable String job,
            String text) {
        model.execute(
                "INSERT INTO log_line VALUES (0, ?, ?, 1, 1, 0, ?, ?, ?, ?, now(), now() + ? * interval '1 ms')",
                offset,
                job,
                offset,
                level,
                source,
                text,
                offset);
    }

    @Test
    @DisplayName("S0.4, S0.5, S0.6: running, queued, failed and active queues are counted without a scan")
    void running_queued_failed_and_active_queues_are_counted() {
        Overview overview = overviews.of(Duration.ofHours(1));

        assertThat(overview.depths().queued()).isGreaterThanOrEqualTo(12);
        assertThat(overview.depths().running()).isPositive();
        assertThat(overview.depths().failed()).isPositive();
        assertThat(overview.byType().get("seen.run")).isNotNull();
        assertThat(overview.byType().get("seen.run").of(Status.QUEUED)).isEqualTo(12);
        assertThat(overview.queues().stream().filter(QueueFact::active).map(QueueFact::name))
                .contains("seen", "starved");
        assertThat(overview.oldestLock()).isNotNull();
    }

    @Test
    @DisplayName("S0.8, S0.12: the last ten that wait for a worker or run, newest first")
    void the_last_ten_active_jobs() {
        List<JobFact> active = overviews.of(Duration.ofHours(1)).active();

        assertThat(active).hasSize(10);
        assertThat(active).extracting(JobFact::status).isSubsetOf(Status.QUEUED, Status.RUNNING, Status.STOPPING);
        assertThat(active)
                .isSortedAccordingTo(
                        (a, b) -> b.times().createdAt().compareTo(a.times().createdAt()));
    }

    @Test
    @DisplayName("S0.13, S0.15, S0.16: failed jobs come with stack and connection")
    void failed_jobs_come_with_stack_and_connection() {
        JobFact failed = overviews.of(Duration.ofHours(1)).failed().stream()
                .filter(job -> job.id().value().equals("fell.0"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.failure()).isNotNull();
        assertThat(failed.failure().stack()).isEqualTo(Histories.STACK);
        assertThat(failed.delivery()).hasToString("kafka · jobs.work.seen.normal · partition 0 · offset 912");
    }

    @Test
    @DisplayName("S0.20: a queue with waiting jobs and no live worker says so, with the command that starts one")
    void a_queue_without_a_live_worker_starves() {
        List<QueueFact> queues = overviews.of(Duration.ofHours(1)).queues();

        QueueFact starved = queues.stream()
                .filter(queue -> queue.name().equals("starved"))
                .findFirst()
                .orElseThrow();
        assertThat(starved.starving()).isTrue();
        assertThat(starved.workerCommand()).isEqualTo("./penstock worker --queues starved");
        QueueFact seen = queues.stream()
                .filter(queue -> queue.name().equals("seen"))
                .findFirst()
                .orElseThrow();
        assertThat(seen.starving()).isFalse();
        assertThat(seen.workers()).hasSize(1);
        assertThat(seen.flow().created()).isEqualTo(31);
    }

    @Test
    @DisplayName("S2.27 to S2.30: creations and waiting over time, with quantiles merged over partitions and queues")
    void statistics_over_time() {
        Instant now = Instant.now();
        Stretch last = Stretch.last(Duration.ofMinutes(10), now);
        Statistics found = statistics.over(new Stretch(last.from(), last.to(), last.step(), "seen", null));

        assertThat(found.points()).hasSize(10);
        assertThat(found.total().created()).isEqualTo(31);
        assertThat(found.total().failed()).isEqualTo(3);
        assertThat(found.total().failureRate()).isEqualTo(0.25);
        Statistics.Spread waiting = found.total().waiting();
        assertThat(waiting.count()).isEqualTo(5);
        assertThat(waiting.min()).isEqualTo(Duration.ofMillis(10));
        assertThat(waiting.max()).isEqualTo(Duration.ofSeconds(1));
        assertThat(waiting.mean()).isEqualTo(Duration.ofMillis(220));
        assertThat(waiting.p50()).isBetween(Duration.ofMillis(29), Duration.ofMillis(31));
        assertThat(found.points().stream().mapToLong(Statistics.Point::created).sum())
                .isEqualTo(31);
        assertThat(found.points().getLast().running()).isEqualTo(1);
    }

    @Test
    @DisplayName("S0.25, S0.26: policies and templates in force")
    void settings_in_force() {
        assertThat(settings.type("seen.run").orElseThrow().value().policy().maxAttempts())
                .isEqualTo(5);
        assertThat(settings.template("seen.mail").orElseThrow().value().subject())
                .isEqualTo("Hello {name}");
        assertThat(settings.queue("nobody")).isEmpty();
    }

    @Test
    @DisplayName("S0.24: warnings and errors of all processes, newest first, and the lines of one job in order")
    void lines_of_all_processes() {
        LogQueries.Lines loud = logs.all(LogQueries.Wanted.loud(1));
        assertThat(loud.lines()).extracting(LogFact::message).containsExactly("connect timed out");
        assertThat(loud.cut()).isTrue();
        LogFact first = loud.lines().getFirst();
        LogQueries.Lines next = logs.all(new LogQueries.Wanted(
                List.of(Level.WARN, Level.ERROR),
                null,
                null,
                null,
                LogFact.Place.parse(first.at().toString()),
                10));
        // Other tests of the same database have their own lines.
        assertThat(next.lines())
                .extracting(LogFact::message)
                .contains("a queue is paused")
                .doesNotContain("connect timed out");
        assertThat(jobs.job(new JobId("fell.0")).orElseThrow().lines())
                .extracting(LogFact::message)
                .containsExactly("connecting", "connect timed out");
        assertThat(logs.all(new LogQueries.Wanted(List.of(Level.ERROR), "fell.0", "seen-1", "TIMED", null, 10))
                        .lines())
                .hasSize(1);
        assertThat(logs.sources()).contains("processor-1-aaaaaaaa", "seen-1-4f7q0m2z");
    }

    @Test
    void every_answer_can_say_how_far_behind_it_is() {
        Freshness now = freshness.now();
        assertThat(now.asOf()).isEqualTo("0:100 1:100 2:100");
        assertThat(now.behindRecords()).isZero();
    }
}
