package dev.penstock.ui.page.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.job.Status;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobTabsPageTest {
    private static final String WORKER = "tabs-1-4f7q0m2z";
    private static final String FIELDS = "\"type\":\"tabs.publish\",\"queue\":\"tabs\"";

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void jobs() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(100);
        Rows rows = new Rows(Installation.current().model())
                .job(Histories.queued("tabs1.0", at, FIELDS)
                        .started(WORKER)
                        .parent(WORKER, 7, Status.COMPLETED, Status.COMPLETED))
                .job(Histories.queued(
                                "tabs2.0",
                                at,
                                FIELDS
                                        + ",\"payload\":{\"to\":\"ana\",\"apiKey\":\"s3cret\",\"items\":[{\"sku\":\"A-7\"},{\"sku\":\"B-9\"}]},"
                                        + "\"metadata\":{\"order\":\"2026-118\"}")
                        .started(WORKER)
                        .failed(WORKER))
                .job(Histories.queued("tabs3.0", at, FIELDS)
                        .started(WORKER)
                        .retried(WORKER)
                        .started(WORKER + "-other")
                        .failed(WORKER + "-other"))
                .line("tabs2.0", "INFO", "sent to ana");
        for (int i = 0; i < 5; i++) {
            rows.job(Histories.child("tabs1.c" + i, "tabs1.0", at.plusMillis(i), "\"type\":\"tabs.notify\""));
        }
        rows.job(Histories.child("tabs1.c5", "tabs1.0", at.plusMillis(9), FIELDS.replace("publish", "encode"))
                .started(WORKER)
                .parent(WORKER, 1));
        rows.job(Histories.child("tabs1.g0", "tabs1.c5", at.plusMillis(12), FIELDS.replace("publish", "thumb")));
        // Children name their parent's root.
        Installation.current()
                .model()
                .execute(
                        "INSERT INTO attempt (job, lease, round, attempt, worker, claimed, outcome, took_ms, error_class,"
                                + " error_message, error_stack, error_kind, log_partition, log_offset) VALUES ('tabs3.0', 70007, 1, 1,"
                                + " 'tabs-other', false, 'FAILED', 5, 'X', 'y', 'X: y', 'TRANSIENT', 0, 1)");
        Installation.current().model().execute("UPDATE job SET root = 'tabs1.0' WHERE id = 'tabs1.g0'");
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    @DisplayName("S3.24: a job has pages for details, attempts, log, data, its family as a graph, and its history")
    void tabs() {
        for (String tab : new String[] {"", "/log", "/data", "/family", "/history"}) {
            Document page = form.page("/jobs/tabs2.0" + tab);
            assertThat(page.select("nav.tabs a").eachText())
                    .containsExactly("Details", "Attempts", "Log", "Data", "Family", "History");
            assertThat(page.select("nav.tabs [aria-current]").attr("href")).isEqualTo("/jobs/tabs2.0" + tab);
        }
        assertThat(form.page("/jobs/tabs2.0/log").select("#log li").text()).contains("sent to ana");
        assertThat(new Http(base).get("/jobs/tabs-none.0/data").code()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "S3.24: a family is lists in lists, a graph and a line of time; alike siblings are one, hidden ones counted")
    void family() {
        Document tree = form.page("/jobs/tabs1.g0/family");
        assertThat(tree.select(".kin-tree > li > details > ul > li")).hasSize(3);
        assertThat(tree.select(".kin-tree").text()).contains("tabs.notify ×5", "+1 more", "tabs.thumb", "you are here");
        assertThat(tree.select(".kin-tree [aria-current]").attr("href")).isEqualTo("/jobs/tabs1.g0");
        assertThat(tree.select(".crumbs a").eachAttr("href")).contains("/jobs/tabs1.0", "/jobs/tabs1.c5");

        Document graph = form.page("/jobs/tabs1.g0/family?view=graph");
        assertThat(graph.select("svg.kin-graph a")).hasSize(5);
        assertThat(graph.select("svg.kin-graph path.edge")).hasSize(4);
        assertThat(graph.select("svg.kin-graph a[aria-current]").attr("aria-label"))
                .isEqualTo("tabs.thumb, Queued, attempt 1 of 5");
        String half = form.page("/jobs/tabs1.g0/family?view=graph&zoom=50")
                .select("svg.kin-graph")
                .attr("width");
        assertThat(2 * Integer.parseInt(half))
                .isBetween(0, Integer.parseInt(graph.select("svg.kin-graph").attr("width")));
        assertThat(form.page("/jobs/tabs1.g0/family?view=timeline").select(".kin-times tbody tr"))
                .hasSize(8);
        assertThat(new Http(base).get("/api/v1/jobs/tabs1.g0/family").json().path("jobs"))
                .hasSize(8);
    }

    @Test
    @DisplayName(
            "S1.25: two attempts stand beside each other, what differs is marked, their traces are compared line by line")
    void twoAttempts() {
        Document page = form.page("/jobs/tabs3.0/attempts");
        assertThat(page.select("#d-a option, #d-b option")).hasSize(4);
        assertThat(page.select("table.diff th[scope=row]").eachText()).contains("Outcome", "Worker", "Took");
        assertThat(page.select("table.diff .tag").eachText()).contains("differs");
        String last = page.selectFirst("#d-b option[selected]").val();
        Document same = form.page("/jobs/tabs3.0/attempts?a=" + last + "&b=" + last);
        assertThat(same.select("table.diff .tag")).isEmpty();
        assertThat(same.text()).contains("The same in both.");
        assertThat(form.page("/jobs/tabs3.0").select("a[href$=/tabs3.0/attempts]"))
                .hasSize(1);
    }

    @Test
    @DisplayName("S3.24: data is a tree that is searched by path and value; secrets stay covered")
    void data() {
        Document all = form.page("/jobs/tabs2.0/data");
        assertThat(all.select("#part-1 tbody th").eachText()).contains("to", "apiKey", "items", "[1]", "sku");
        assertThat(all.text()).contains("••••", "2026-118").doesNotContain("s3cret");
        Document found = form.page("/jobs/tabs2.0/data?search=b-9");
        assertThat(found.select("#part-1 tbody th").eachText()).containsExactly("items", "[1]", "sku");
        assertThat(found.select("#part-1").text()).contains("1 of 4 values");
        assertThat(form.page("/jobs/tabs2.0/data?search=items[0]")
                        .select("#part-1 tbody td")
                        .eachText())
                .contains("A-7")
                .doesNotContain("B-9");
    }

    @Test
    @DisplayName("S1.25: the history shows the job as it was after each event, by the same fold")
    void history() {
        Document page = form.page("/jobs/tabs2.0/history");
        assertThat(page.select("#history .events b").eachText())
                .containsExactly("Submitted", "Attempt started", "Attempt failed", "Failed");
        Document then =
                form.page(page.select("#history a:contains(as of here)").get(1).attr("href"));
        assertThat(then.selectFirst("#past .status").text()).startsWith("Running");
        assertThat(then.select("#past .path .stop").eachText()).containsExactly("Queued", "Running");
        assertThat(then.selectFirst("#past").text()).contains(WORKER, "round 1, attempt 1, 0 of 5 failed");
        assertThat(then.select("#past a[rel=prev], #past a[rel=next]")).hasSize(2);
        Document later = form.page(then.selectFirst("#past a[rel=next]").attr("href"));
        assertThat(later.selectFirst("#past").text()).contains("dev.penstock.demo.SmtpTimeout");
        String offset = then.select("#history li[aria-current]").attr("id").replaceFirst(".*-", "");
        JsonNode past =
                new Http(base).get("/api/v1/jobs/tabs2.0/history/" + offset).json();
        assertThat(past.at("/job/status").asText()).isEqualTo("RUNNING");
        assertThat(new Http(base).get("/jobs/tabs2.0/history?at=1").code()).isEqualTo(404);
    }

    @Test
    @DisplayName("S1.8: the way of a job ends in what the rules let come next")
    void next() {
        assertThat(form.page("/jobs/tabs2.0").select("#details .path .maybe").eachText())
                .containsExactly("Queued may follow", "Aborted may follow");
        assertThat(form.page("/jobs/tabs1.g0").select("#details .path .maybe").eachText())
                .contains("Running may follow", "Aborted may follow");
    }
}
