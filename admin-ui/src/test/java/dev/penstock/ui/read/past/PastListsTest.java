package dev.penstock.ui.read.past;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.JobList;
import dev.penstock.ui.fact.past.PastList;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.read.Asked;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was, as the tables tell it, beside the fold of the same histories, for lives at random. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class PastListsTest {
    private static Bygone bygone;

    @Inject
    PastLists lists;

    @BeforeAll
    static void live() {
        bygone = new Bygone(Installation.current().model());
    }

    @AfterAll
    static void leave() {
        Bygone.forget();
    }

    @Test
    void theListOfAMomentIsTheFoldOfTheHistoriesUntilThen() {
        for (int i = 0; i < 12; i++) {
            Instant at = bygone.someMoment();
            for (Status status : Status.values()) {
                String filter = "type:past.* status:" + StatusStyle.of(status).key();
                same(at, Bygone.filter(filter), job -> job.status() == status);
            }
            same(at, Bygone.filter("type:past.*"), job -> true);
        }
    }

    /** What each filter means, said a second time in Java. */
    private static final Map<String, BiPredicate<Job, Instant>> SAID = Map.ofEntries(
            entry("status:active", (job, at) -> !job.status().isEnd()),
            entry("-status:active type:past.a", (job, at) -> job.status().isEnd()),
            entry("priority:low", (job, at) -> job.priority() == Priority.LOW),
            entry(
                    "-priority:normal status:queued,running",
                    (job, at) -> job.priority() != Priority.NORMAL
                            && (job.status() == Status.QUEUED || job.status() == Status.RUNNING)),
            entry("attempt:>1", (job, at) -> job.marks().attempts() > 1),
            entry("attempt:0 queue:past1", (job, at) -> job.marks().attempts() == 0),
            entry("started:-10m", (job, at) -> since(job.times().startedAt(), at, 10)),
            entry("finished:-10m", (job, at) -> since(job.times().endedAt(), at, 10)),
            entry("-finished:-20m", (job, at) -> !since(job.times().endedAt(), at, 20)),
            entry("error:refused", (job, at) -> error(job).equals("demo.Refused")),
            entry("error:\"\"", (job, at) -> error(job).isEmpty()),
            entry("-error:timeout", (job, at) -> !error(job).equals("demo.TimeOut")),
            entry("TIMEOUT", (job, at) -> error(job).equals("demo.TimeOut")),
            entry("id:past00", (job, at) -> true),
            entry("created:-5m", (job, at) -> true),
            entry("created:<-5m status:failed", (job, at) -> job.status() == Status.FAILED));

    static Stream<String> filters() {
        return SAID.keySet().stream().sorted();
    }

    private static boolean since(@Nullable Instant moment, Instant at, int minutes) {
        return moment != null && !moment.isBefore(at.minusSeconds(60L * minutes));
    }

    private static String error(Job job) {
        return job.errors().isEmpty() ? "" : job.errors().getLast().error();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void eachKeyMeansOfAMomentWhatItMeansOfNow(String text) {
        for (int i = 0; i < 4; i++) {
            Instant at = bygone.someMoment();
            Filter filter = Bygone.filter("type:past.* " + text);
            same(at, filter, job -> SAID.get(text).test(job, at));
        }
    }

    /** The list of the filter, page by page in both directions, beside what the histories say. */
    private void same(Instant at, Filter filter, Predicate<Job> matches) {
        String about = "seed %d, %s as of %s".formatted(Bygone.SEED, filter.print(), at);
        List<Job> expected = bygone.asOf(at).stream()
                .filter(job -> fixed(job, filter.print(), at) && matches.test(job))
                .sorted(Comparator.comparing((Job job) -> job.times().createdAt())
                        .thenComparing(job -> job.id().value())
                        .reversed())
                .toList();
        List<JobFact> found = new ArrayList<>();
        PastList page = lists.list(Asked.first(filter, 15), at);
        assertThat(page.list().newer()).isNull();
        PastList last = page;
        found.addAll(page.list().rows());
        while (page.list().older() != null) {
            last = page;
            page = lists.list(new Asked(filter, page.list().older(), null, 15), at);
            found.addAll(page.list().rows());
        }
        assertThat(found)
                .as(about)
                .map(PastListsTest::told)
                .isEqualTo(expected.stream().map(PastListsTest::told).toList());
        if (!page.equals(last)) {
            PastList back = lists.list(new Asked(filter, null, page.list().newer(), 15), at);
            assertThat(back.list().rows()).as(about).isEqualTo(last.list().rows());
        }
        JobList.Matches counted =
                lists.list(Asked.first(filter, 100), at).list().matches();
        assertThat(counted.count()).as(about).isEqualTo(Math.min(expected.size(), counted.orMore() ? 100 : 10_000));
    }

    private static boolean fixed(Job job, String filter, Instant at) {
        return (!filter.contains("type:past.a") || job.spec().type().equals("past.a"))
                && (!filter.contains("queue:past1") || job.queue().equals("past1"))
                && (!filter.contains("id:past00") || job.id().value().startsWith("past00"))
                && (!filter.contains("created:-5m") || !job.times().createdAt().isBefore(at.minusSeconds(300)))
                && (!filter.contains("created:<-5m") || job.times().createdAt().isBefore(at.minusSeconds(300)));
    }

    private static String told(Job job) {
        Job.Holder holder = job.run().holder();
        return List.of(
                        job.id(),
                        job.status(),
                        job.priority(),
                        job.lifecycle(),
                        job.run().round(),
                        job.run().attempt(),
                        job.run().failures(),
                        job.marks(),
                        job.times().createdAt(),
                        job.times().availableAt(),
                        String.valueOf(job.times().startedAt()),
                        String.valueOf(job.times().endedAt()),
                        job.times().changedAt(),
                        String.valueOf(
                                job.run().waiting() == null
                                        ? null
                                        : job.run().waiting().due()),
                        holder == null
                                ? "nobody"
                                : holder.lease().worker() + holder.lease().number() + holder.since(),
                        job.errors().isEmpty() ? "" : job.errors().getLast().error())
                .toString();
    }

    /** The same of a row; its retries are not shown. */
    private static String told(JobFact fact) {
        Job job = Objects.requireNonNull(bygone.lives().stream()
                .filter(life -> life.job().id().equals(fact.id()))
                .findFirst()
                .orElseThrow()
                .asOf(fact.times().changedAt()));
        JobFact.Times times = fact.times();
        return List.of(
                        fact.id(),
                        fact.status(),
                        fact.priority(),
                        fact.version(),
                        fact.tries().round(),
                        fact.tries().attempt(),
                        fact.tries().failures(),
                        new Job.Marks(
                                fact.flags().errors(),
                                fact.flags().needsReview(),
                                fact.tries().total(),
                                job.marks().retries(),
                                fact.tries().lostLeases()),
                        times.createdAt(),
                        times.availableAt(),
                        String.valueOf(times.startedAt()),
                        String.valueOf(times.endedAt()),
                        times.changedAt(),
                        String.valueOf(times.dueAt()),
                        fact.lease() == null ? "nobody" : fact.worker() + fact.lease() + times.leaseSince(),
                        fact.failure() == null ? "" : fact.failure().error())
                .toString();
    }
}
