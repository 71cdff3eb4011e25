package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobPolicy;
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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What list and page say about a job, field by field. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobFieldsPageTest {
    private static final String WORKER = "fields-1-4f7q0m2z";
    private static final String FIELDS = "\"type\":\"fields.work\",\"queue\":\"fields\",\"runBy\":\"ana\"";
    private static final String NOBODYS = "\"type\":\"fields.other\",\"queue\":\"fields\",\"origin\":\"SYSTEM\"";
    private static Instant begin;

    @TestHTTPResource
    URI base;

    private Browse browse;

    @BeforeAll
    static void aJobInEachStatus() {
        begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(100);
        new Rows(Installation.current().model())
                .job(of("queued", ",\"priority\":\"LOW\",\"instance\":\"7\""))
                .job(of("running", "").started(WORKER).progress(WORKER, 31, 50, "page 31"))
                .job(of("stopping", "").started(WORKER).stopping())
                .job(of("stopped", "").started(WORKER).stopped(WORKER))
                .job(of("completed", "").started(WORKER).flagged().succeeded(WORKER, "{\"pages\":3}"))
                .job(of("failed", "").started(WORKER).failed(WORKER))
                .job(of("retrying", "").started(WORKER).retrying(WORKER))
                .job(of("aborted", "").aborted())
                .job(of("expired", "").started(WORKER).completed(WORKER).expired())
                .job(Histories.of(
                        "fieldnobodys.0", begin.minusSeconds(90_000), NOBODYS, JobPolicy.DEFAULT.capabilities()))
                .line("fieldcompleted.0", "INFO", "page 1 of 3")
                .line("fieldcompleted.0", "ERROR", "page 2 has no picture");
    }

    private static Histories of(String name, String more) {
        return Histories.queued("field" + name + ".0", begin, FIELDS + more);
    }

    @BeforeEach
    void open() {
        browse = new Browse(base);
    }

    @Test
    @DisplayName("S2.4, S2.5: create date, and a waiting time that grows on the page while the job is pending")
    void createdAndWaiting() {
        Element row = row("queued");
        assertThat(row.selectFirst("[data-label=Created] time").attr("datetime"))
                .isEqualTo(begin.toString());
        Element waiting = row.selectFirst("[data-label=Waited] job-time[mode=running] time");
        assertThat(waiting.attr("datetime")).isEqualTo(begin.toString());
        assertThat(row("running").selectFirst("[data-label=Waited]").text()).isEqualTo("1.0 s");
        assertThat(fact("queued", "Created").select("job-time")).isNotEmpty();
    }

    @Test
    @DisplayName("S2.6, S2.7: start date, and a duration that grows on the page while the job runs")
    void startedAndDuration() {
        assertThat(row("running")
                        .selectFirst("[data-label=Took] job-time[mode=running] time")
                        .attr("datetime"))
                .isEqualTo(begin.plusSeconds(1).toString());
        assertThat(fact("running", "Started").select("time").attr("datetime"))
                .isEqualTo(begin.plusSeconds(1).toString());
        assertThat(row("completed").selectFirst("[data-label=Took]").text()).isEqualTo("6.0 s");
        assertThat(browse.page("/jobs/fieldqueued.0").select("#details dt").eachText())
                .doesNotContain("Started");
    }

    @Test
    @DisplayName("S2.9: a job that finished with errors is marked, and its log has them")
    void errors() {
        assertThat(row("completed").selectFirst(".status").text()).isEqualTo("Completed with errors");
        Document page = browse.page("/jobs/fieldcompleted.0");
        assertThat(page.select("#log li").eachText()).anyMatch(line -> line.endsWith("page 2 has no picture"));
        assertThat(row("expired").selectFirst(".status").text()).doesNotContain("with errors");
    }

    @Test
    @DisplayName("S2.10, S2.11: low priority is marked; who started it is named, and nobody for jobs of the system")
    void priorityAndRunBy() {
        assertThat(row("queued").selectFirst(".job .tag").text()).isEqualTo("low priority");
        assertThat(row("running").select(".job .tag")).isEmpty();
        assertThat(row("running").selectFirst("[data-label=By]").text()).isEqualTo("ana");
        assertThat(browse.page("/jobs?q=type:fields.other")
                        .selectFirst("[data-label=By]")
                        .text())
                .isEqualTo("system");
    }

    @Test
    @DisplayName("S2.3, S2.12: status, progress as an estimate, and the log of a job")
    void statusProgressAndLog() {
        Element meter = row("running").selectFirst(".meter");
        assertThat(meter.text()).isEqualTo("62 % · 31 of 50 · page 31");
        assertThat(meter.selectFirst("progress").attr("aria-label")).isEqualTo("Progress, an estimate");
        Document page = browse.page("/jobs/fieldcompleted.0");
        assertThat(page.selectFirst(".job-title .status").text()).startsWith("Completed");
        assertThat(page.select("#log li")).hasSize(2);
    }

    @Test
    @DisplayName(
            "S2.22: a job's log is searched and filtered by level, attempt and time, like the logs of all processes")
    void logsAreSearched() {
        String logs =
                browse.page("/jobs/fieldcompleted.0").selectFirst("#log a.more").attr("href");
        assertThat(browse.page(logs).select("#log li")).hasSize(2);
        assertThat(browse.page(logs + "?text=PAGE+1").select("#log li").text())
                .contains("page 1 of 3")
                .doesNotContain("picture");
        assertThat(browse.page(logs + "?level=warn").select("#log li")).hasSize(1);
        assertThat(browse.page(logs + "?attempt=1.1&from=-1h").select("#log li"))
                .hasSize(2);
        assertThat(browse.page(logs + "?attempt=2").select("#log li")).isEmpty();
        assertThat(browse.page(logs + "?until=-1h").select("#log li")).isEmpty();
        assertThat(browse.get(logs + "?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(browse.page("/logs?level=error&job=fieldcompleted.0")
                        .select(".log-lines li")
                        .text())
                .contains("page 2 has no picture")
                .doesNotContain("page 1");
    }

    @Test
    @DisplayName("S3.23: jobs are found by words in a row in a line of their log")
    void jobsAreFoundByTheirLogs() {
        assertThat(found("log:\"has no picture\"")).containsExactly("/jobs/fieldcompleted.0");
        assertThat(found("log:\"NO pict\"*")).containsExactly("/jobs/fieldcompleted.0");
        assertThat(found("log:\"picture no\"")).isEmpty();
        assertThat(found("id:fieldcompleted -log:picture")).isEmpty();
        assertThat(found("log:!!!")).isEmpty();
    }

    private List<String> found(String filter) {
        String query = java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8);
        return browse.page("/jobs?q=" + query).select("tbody td.job > a").eachAttr("href").stream()
                .map(href -> href.replaceFirst("[?].*", ""))
                .toList();
    }

    @Test
    @DisplayName("S1.5: a running job shows the worker that holds it, and since when")
    void aRunningJobIsLocked() {
        assertThat(fact("running", "Worker").text()).isEqualTo(WORKER);
        assertThat(fact("running", "Lease held since").select("time").attr("datetime"))
                .isEqualTo(begin.plusSeconds(1).toString());
        assertThat(browse.page("/workers").selectFirst("#lock-fieldrunning\\.0").text())
                .contains(WORKER);
        assertThat(browse.page("/help").selectFirst("#status-running").text()).contains("keeps all others off");
    }

    @Test
    @DisplayName("S1.6, S3.13: a job that succeeded is completed and shows its result")
    void aResult() {
        Document page = browse.page("/jobs/fieldcompleted.0");
        assertThat(page.selectFirst("#data").text()).contains("Result", "\"pages\"");
        assertThat(page.select(".events b").eachText()).contains("Completed");
    }

    @Test
    @DisplayName(
            "S1.7: a failure that may pass waits for its next attempt; one that will not is Failed, flagged for review")
    void aFailure() {
        assertThat(row("retrying").text()).contains("Retrying", "ConnectException: refused by mx1");
        assertThat(fact("retrying", "Next attempt").select("time").attr("datetime"))
                .isEqualTo(begin.plusSeconds(3_611).toString());
        assertThat(browse.page("/jobs/fieldfailed.0")
                        .selectFirst(".failure .tag")
                        .text())
                .isEqualTo("permanent");
        assertThat(fact("failed", "Needs review").text()).isEqualTo("flagged for an administrator");
    }

    private Element row(String name) {
        return browse.page("/jobs?q=type:fields.work").selectFirst("#job-field" + name + "\\.0");
    }

    private Element fact(String name, String label) {
        return browse.page("/jobs/field" + name + ".0").select("#details dl.facts > div").stream()
                .filter(fact -> fact.selectFirst("dt").text().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " says nothing of " + label))
                .selectFirst("dd");
    }
}
