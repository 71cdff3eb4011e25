package dev.penstock.ui.read.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.past.PastOverview;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The counts of a moment beside the fold of the same histories, for lives at random. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class PastOverviewsTest {
    private static Bygone bygone;

    @Inject
    PastOverviews overviews;

    @BeforeAll
    static void live() {
        bygone = new Bygone(Installation.current().model());
    }

    @AfterAll
    static void leave() {
        Bygone.forget();
    }

    @Test
    void theOverviewOfAMomentCountsTheSameJobs() {
        for (int i = 0; i < 40; i++) {
            Instant at = bygone.someMoment();
            PastOverview past = overviews.of(at, Duration.ofHours(1));
            List<Job> then = bygone.asOf(at);
            String about = "seed %d as of %s".formatted(Bygone.SEED, at);
            assertThat(past.exactAt()).isEqualTo(at);
            assertThat(past.queues()).as(about).isEqualTo(depths(then));
            for (Status status : Status.values()) {
                if (!status.isEnd()) {
                    assertThat(past.depths().of(status)).as(about + status).isEqualTo(count(then, status));
                }
            }
            Map<String, Long> workers = then.stream()
                    .filter(job -> job.run().holder() != null)
                    .collect(Collectors.groupingBy(
                            job -> job.run().holder().lease().worker(), TreeMap::new, Collectors.counting()));
            assertThat(past.workers()).as(about).isEqualTo(workers);
            assertThat(past.held()).as(about).hasSize((int) Math.min(PastOverview.SHOWN, past.leases()));
            assertThat(past.held().stream().map(job -> job.times().leaseSince()).toList())
                    .isSorted();
        }
    }

    private static Map<String, Depths> depths(List<Job> jobs) {
        Map<String, Depths> depths = new TreeMap<>();
        for (Job job : jobs) {
            if (!job.status().isEnd()) {
                depths.merge(
                        job.queue(), Depths.NONE.plus(job.status(), 1), (before, one) -> before.plus(job.status(), 1));
            }
        }
        return depths;
    }

    private static long count(List<Job> jobs, Status status) {
        return jobs.stream().filter(job -> job.status() == status).count();
    }
}
