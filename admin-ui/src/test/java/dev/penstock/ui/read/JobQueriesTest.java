package dev.penstock.ui.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Status;
import dev.penstock.ui.fact.JobDetail;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobQueriesTest {
    @Inject
    JobQueries jobs;

    @BeforeAll
    static void someJobs() {
        Instant begin = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        Rows rows = new Rows(Installation.current().model());
        for (int i = 0; i < 40; i++) {
            // Two at a time share a moment: the id decides their order.
            rows.job(Histories.queued(
                    "list%02d.0".formatted(i),
                    begin.plusSeconds(i / 2),
                    "\"type\":\"list.page\",\"queue\":\"listed\",\"runBy\":\"ana\""));
        }
        rows.job(Histories.queued(
                        "fail1.0",
                        begin.plusSeconds(100),
                        "\"type\":\"find.me\",\"queue\":\"found\",\"tags\":[\"red\",\"a b\"],\"batch\":\"b-7\","
                                + "\"payload\":{\"to\":\"ana\"}")
                .started("mail-1-4f7q0m2z")
                .failed("mail-1-4f7q0m2z"));
        rows.job(Histories.queued(
                        "retry1.0",
                        begin.plusSeconds(101),
                        "\"type\":\"find.me\",\"queue\":\"found\",\"origin\":\"SYSTEM\",\"instance\":\"3\",\"priority\":\"LOW\"")
                .started("mail-1-4f7q0m2z")
                .retried("mail-1-4f7q0m2z")
                .started("mail-1-4f7q0m2z"));
        rows.job(Histories.queued("wait1.0", begin.plusSeconds(102), "\"type\":\"find_me.too\",\"queue\":\"found\""));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S0.8: pages follow each other without gap or repetition, forwards and back, in either order")
    void pages_follow_each_other_without_gap_or_repetition(Asked.Order order) {
        Filter filter = filter("type:list.page");
        List<String> forwards = new ArrayList<>();
        JobList page = jobs.list(new Asked(filter, null, null, 15, order));
        JobList last = page;
        assertThat(page.newer()).isNull();
        while (true) {
            page.rows().forEach(row -> forwards.add(row.id().value()));
            last = page;
            if (page.older() == null) {
                break;
            }
            page = jobs.list(new Asked(filter, page.older(), null, 15, order));
        }
        assertThat(forwards)
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(i -> "list%02d.0".formatted(order == Asked.Order.NEWEST ? 39 - i : i))
                        .toList());

        JobList back = jobs.list(new Asked(filter, null, last.newer(), 15, order));
        assertThat(back.rows()).extracting(row -> row.id().value()).containsExactlyElementsOf(forwards.subList(15, 30));
        assertThat(back.newer()).isNotNull();
        assertThat(page.matches()).isEqualTo(new JobList.Matches(40, false));
    }

    @Test
    void jobs_that_came_since_the_first_row_are_counted() {
        Filter filter = filter("type:list.page");
        JobFact tenth = jobs.list(Asked.first(filter, 15)).rows().get(9);
        assertThat(jobs.newerThan(filter, JobList.Cursor.of(tenth)).count()).isEqualTo(9);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "status:failed                | fail1",
                "status:error,processing      | fail1 retry1",
                "status:active                | retry1 wait1",
                "-status:active               | fail1",
                "type:find.me                 | fail1 retry1",
                "type:find*                   | fail1 retry1 wait1",
                "-type:find.me                | wait1",
                "id:fail                      | fail1",
                "by:ana                       |",
                "by:\"\"                      | fail1 retry1 wait1",
                "-by:ana                      | fail1 retry1 wait1",
                "origin:system                | retry1",
                "tag:red                      | fail1",
                "tag:\"a b\"                  | fail1",
                "tag:r*                       | fail1",
                "tag:\"\"                     | retry1 wait1",
                "-tag:red                     | retry1 wait1",
                "created:-1h                  |",
                "created:-3h                  | fail1 retry1 wait1",
                "created:-3h..-1h             | fail1 retry1 wait1",
                "created:<-1h                 | fail1 retry1 wait1",
                "started:-3h                  | fail1 retry1",
                "finished:-3h                 | fail1",
                "-finished:-3h                | retry1 wait1",
                "error:\"CONNECT timed\"      | fail1",
                "error:*                      | fail1 retry1",
                "error:\"\"                   | wait1",
                "error:%                      |",
                "attempt:0                    | wait1",
                "attempt:>1                   | retry1",
                "attempt:1..2                 | fail1 retry1",
                "priority:low                 | retry1",
                "instance:3                   | retry1",
                "batch:b-7                    | fail1",
                "batch:*                      | fail1",
                "-batch:b-7                   | retry1 wait1",
                "parent:\"\"                  | fail1 retry1 wait1",
                "root:fail1.0                 | fail1",
                "mx1                          | fail1 retry1",
                "mx1 status:failed            | fail1",
                "find_                        | wait1",
                "wait                         | wait1",
                "-mx1                         | wait1"
            })
    void each_key_finds_what_it_says(String text, @org.jspecify.annotations.Nullable String expected) {
        JobList list = jobs.list(Asked.first(filter("queue:found " + text.strip()), 50));
        assertThat(list.matches()).isEqualTo(new JobList.Matches(list.rows().size(), false));
        List<String> found = list.rows().stream().map(row -> row.id().route()).toList();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        expected == null ? new String[0] : expected.strip().split(" ", -1));
    }

    @Test
    @DisplayName("S0.10, S0.14, S0.16: a row tells attempts, the failure's message and where the job was read from")
    void a_row_tells_attempts_failure_and_connection() {
        JobFact job = jobs.list(Asked.first(filter("id:fail1"), 15)).rows().getFirst();

        assertThat(job.status()).isEqualTo(Status.FAILED);
        assertThat(job.tries().total()).isEqualTo(1);
        assertThat(job.tries().max()).isEqualTo(5);
        assertThat(job.failure()).isNotNull();
        assertThat(job.failure().message()).isEqualTo("connect timed out (mx1)");
        assertThat(job.failure().stack()).as("a list reads no stacks").isEmpty();
        assertThat(job.delivery()).hasToString("kafka · jobs.work.found.normal · partition 0 · offset 912");
        assertThat(job.tags()).containsExactly("red", "a b");
        assertThat(job.capabilities()).isEqualTo(JobPolicy.DEFAULT.capabilities());
    }

    @Test
    @DisplayName("S0.15: one job comes with stack, attempts, history and payload")
    void one_job_comes_whole() {
        JobDetail detail = jobs.job(new JobId("fail1.0")).orElseThrow();

        assertThat(detail.job().failure()).isNotNull();
        assertThat(detail.job().failure().stack()).isEqualTo(Histories.STACK);
        assertThat(detail.payload().text()).isEqualTo("{\"to\":\"ana\"}");
        assertThat(detail.state().policy().maxAttempts()).isEqualTo(5);
        assertThat(detail.attempts()).hasSize(1);
        assertThat(detail.attempts().getFirst().failure()).isNotNull();
        assertThat(detail.history())
                .extracting(event -> event.event())
                .containsExactly("JobSubmitted", "AttemptStarted", "AttemptFailed", "JobFailed");
        assertThat(jobs.job(new JobId("nobody.0"))).isEmpty();
    }

    static Filter filter(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }
}
