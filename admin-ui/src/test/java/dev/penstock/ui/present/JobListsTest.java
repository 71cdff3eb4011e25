package dev.penstock.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.fact.JobList.Searched;
import dev.penstock.ui.right.Caller;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How far a search went is said with its reason. */
class JobListsTest {
    private static final String MANY = Counts.of(100_000);
    private static final String FEW = Counts.of(10_000);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EARLY = Instant.parse("2026-02-01T12:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-27T12:00:00Z");
    private static final Reader READER = new Reader(NOW, ZoneOffset.UTC, "/", Caller.NOBODY);

    @Test
    void eachReasonHasItsSentence() {
        assertThat(JobLists.scanned(Searched.ALL, READER)).isEmpty();
        assertThat(JobLists.scanned(new Searched(EARLY, null), READER))
                .startsWith("Searched in about the newest " + MANY + " jobs")
                .contains("2026");
        assertThat(JobLists.scanned(new Searched(null, LATE), READER))
                .startsWith("Texts in which something may be covered were searched in about the newest " + FEW
                        + " jobs only");
        assertThat(JobLists.scanned(new Searched(LATE, LATE), READER))
                .startsWith("Searched back to")
                .contains(FEW)
                .doesNotContain(MANY);
        assertThat(JobLists.scanned(new Searched(EARLY, LATE), READER)).contains(MANY, FEW + " jobs only");
    }
}
