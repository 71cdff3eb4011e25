package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of jobs, and how it is narrowed and turned over. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobListPageTest {
    private static final String WORKER = "list-1-4f7q0m2z";

    @TestHTTPResource
    URI base;

    private Browse browse;

    @BeforeAll
    static void aJobInEachStatus() {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(100);
        String fields = "\"type\":\"listing.work\",\"queue\":\"listing\"";
        String many = "\"type\":\"listing.many\",\"queue\":\"listing\"";
        Rows rows = new Rows(Installation.current().model())
                .job(Histories.queued("listqueued.0", begin, fields + ",\"instance\":\"7\""))
                .job(Histories.queued("listrunning.0", begin, fields).started(WORKER))
                .job(Histories.queued("liststopping.0", begin, fields)
                        .started(WORKER)
                        .stopping())
                .job(Histories.queued("liststopped.0", begin, fields)
                        .started(WORKER)
                        .stopped(WORKER))
                .job(Histories.queued("listcompleted.0", begin, fields)
                        .started(WORKER)
                        .completed(WORKER))
                .job(Histories.queued("listfailed.0", begin, fields)
                        .started(WORKER)
                        .failed(WORKER))
                .job(Histories.queued("listretrying.0", begin, fields)
                        .started(WORKER)
                        .retrying(WORKER))
                .job(Histories.queued("listaborted.0", begin, fields).aborted())
                .job(Histories.queued("listexpired.0", begin, fields)
                        .started(WORKER)
                        .completed(WORKER)
                        .expired())
                .job(Histories.queued("listold.0", begin.minusSeconds(90_000), many.replace("many", "other")));
        for (int i = 0; i < 31; i++) {
            rows.job(Histories.queued("listmany%02d.0".formatted(i), begin.plusMillis(i), many));
        }
    }

    @BeforeEach
    void open() {
        browse = new Browse(base);
    }

    @Test
    @DisplayName(
            "S1.1, S2.1, S3.1: the page Jobs lists jobs of all types with their details, and what can be done to them")
    void theJobs() {
        Document list = browse.page("/jobs");
        assertThat(list.selectFirst("h1").text()).isEqualTo("Jobs");
        assertThat(list.select("table[aria-label=Jobs] th").eachText())
                .contains("Status", "Job", "Queue", "By", "Created", "Waited", "Took", "Attempts");
        assertThat(list.select("#f-type option").eachText()).contains("any");
        assertThat(list.select("button[name=act]").eachAttr("value")).contains("retry", "delete", "abort", "stop");
    }

    @Test
    @DisplayName(
            "S2.8, S3.11, S3.19: the list shows waiting, processing, stopping, stopped, completed, failed and aborted"
                    + " jobs, each findable by the words that people know")
    void statuses() {
        for (String[] pair : new String[][] {
            {"pending", "Queued"}, {"waiting", "Queued"}, {"in-progress", "Running"}, {"processing", "Running"},
            {"stopping", "Stopping"}, {"stopped", "Stopped"}, {"finished", "Completed"}, {"completed", "Completed"},
            {"error", "Failed"}, {"aborted", "Aborted"}, {"rescheduled", "Retrying"}, {"expired", "Expired"}
        }) {
            List<String> found = browse.page("/jobs?q=type:listing.work+status:" + pair[0])
                    .select("tbody td .status")
                    .eachText();
            assertThat(found).as(pair[0]).hasSize(1);
            assertThat(found.getFirst()).startsWith(pair[1]);
        }
        assertThat(browse.page("/jobs?q=listqueued type:listing.work".replace(" ", "+"))
                        .selectFirst("tbody .status")
                        .attr("title"))
                .contains("Pending", "Waiting", "Created");
    }

    @Test
    @DisplayName("S3.20, S3.21, S3.22: the list is narrowed by type, by time period and by instance number")
    void filters() {
        assertThat(ids("type:listing.other")).containsExactly("job-listold.0");
        assertThat(ids("queue:listing+type:listing.other+created:-24h")).isEmpty();
        assertThat(ids("queue:listing+created:-30h..-24h")).containsExactly("job-listold.0");
        assertThat(ids("type:listing.work+instance:7")).containsExactly("job-listqueued.0");
        assertThat(browse.page("/jobs/listqueued.0").select("#details dd").eachText())
                .contains("7");
        assertThat(browse.page("/jobs").select("#f-type, #f-from, #f-until")).hasSize(3);
    }

    @Test
    @DisplayName(
            "S4.6: All is the default, and each status has a chip with its count, Created and In Progress among their names")
    void chips() {
        Document list = browse.page("/jobs");
        List<String> chips = list.select("nav[aria-label=Statuses] .chip").eachText();
        assertThat(chips.getFirst()).startsWith("All ");
        assertThat(list.selectFirst("nav[aria-label=Statuses] .chip").attr("aria-current"))
                .isEqualTo("true");
        for (String word : List.of("Queued", "Running", "Failed", "Completed", "Expired", "Stopped")) {
            assertThat(chips).anyMatch(chip -> chip.matches(word + " [\\d ]+"));
        }
        assertThat(list.select("nav[aria-label=Statuses] .chip").eachAttr("title"))
                .anyMatch(title -> title.contains("Created"))
                .anyMatch(title -> title.contains("In Progress"));
    }

    @Test
    @DisplayName("S4.7: fifteen a page, with the page before and the page after")
    void fifteenAPage() {
        Document first = browse.page("/jobs?q=type:listing.many&size=15");
        Document second = browse.page(first.selectFirst("a[rel=next]").attr("href"));
        Document third = browse.page(second.selectFirst("a[rel=next]").attr("href"));
        assertThat(rows(first)).hasSize(15).contains("job-listmany30.0");
        assertThat(rows(second)).hasSize(15);
        assertThat(rows(third)).containsExactly("job-listmany00.0");
        assertThat(third.select("a[rel=next]")).isEmpty();
        assertThat(rows(browse.page(third.selectFirst("a[rel=prev]").attr("href"))))
                .isEqualTo(rows(second));
    }

    @Test
    @DisplayName("the head of Created turns the list round: the oldest first, page by page, and back")
    void sortedByCreation() {
        Document newest = browse.page("/jobs?q=type:listing.many&size=15");
        assertThat(newest.select("th[aria-sort]").eachAttr("aria-sort")).containsExactly("descending");
        Document oldest = browse.page(newest.selectFirst("th[aria-sort] a").attr("href"));
        assertThat(oldest.select("th[aria-sort]").eachAttr("aria-sort")).containsExactly("ascending");
        assertThat(rows(oldest)).hasSize(15).startsWith("job-listmany00.0", "job-listmany01.0");
        Document next = browse.page(oldest.selectFirst("a[rel=next]").attr("href"));
        assertThat(rows(next)).hasSize(15).startsWith("job-listmany15.0");
        assertThat(rows(browse.page(next.selectFirst("a[rel=prev]").attr("href"))))
                .isEqualTo(rows(oldest));
        assertThat(rows(browse.page(next.selectFirst("th[aria-sort] a").attr("href"))))
                .isEqualTo(rows(newest));
    }

    private List<String> ids(String filter) {
        return rows(browse.page("/jobs?q=" + filter));
    }

    private static List<String> rows(Document list) {
        return list.select("tbody tr").eachAttr("id");
    }
}
