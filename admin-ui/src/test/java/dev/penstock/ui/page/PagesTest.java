package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class PagesTest {
    @TestHTTPResource
    URI base;

    private Browse browse;

    @BeforeAll
    static void someJobs() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Rows rows = new Rows(Installation.current().model())
                .setting(Setting.Queue.named("pages", "what the pages show"))
                .setting(new Setting.Type("pages.send", "Sends", "pages", JobPolicy.DEFAULT, Map.of()));
        rows.job(Histories.queued("pagesq.0", now.minusSeconds(20), "\"type\":\"pages.send\",\"queue\":\"pages\""));
        rows.job(Histories.queued(
                        "pagesf.0",
                        now.plusSeconds(90),
                        "\"type\":\"pages.send\",\"queue\":\"pages\",\"payload\":{\"to\":\"<b>\",\"apiKey\":\"s3cret\"}")
                .started("pages-1-4f7q0m2z")
                .failed("pages-1-4f7q0m2z"));
    }

    @BeforeEach
    void open() {
        browse = new Browse(base);
    }

    @Test
    void everyPageOfTheRailIsThere() {
        for (String href : browse.page("/").select(".rail a").eachAttr("href")) {
            assertThat(browse.page(href).select("h1")).as(href).hasSize(1);
        }
    }

    @Test
    @DisplayName("S0.8, S0.13, S0.20: the first page shows active and failed jobs, and the queue that nobody serves")
    void theFirstPage() {
        Document page = browse.page("/");
        assertThat(page.select("tr[id^=active-]").eachText()).anyMatch(row -> row.contains("pages.send"));
        Element failed = page.selectFirst("tr[id=failed-pagesf.0]");
        assertThat(failed.selectFirst("job-stack button").text()).isEqualTo("SmtpTimeout: connect timed out (mx1)");
        assertThat(failed.selectFirst("pre").text()).contains("at dev.penstock.demo.Mail.send");
        assertThat(failed.text()).contains("kafka · jobs.work.pages.normal · partition 0 · offset 912");
        assertThat(page.select(".notes").text())
                .contains("No worker for the queue pages", "./penstock worker --queues pages");
    }

    @Test
    void theListIsFilteredByItsAddressAndTheFormLeadsToIt() {
        Document page = browse.page("/jobs?q=type:pages.send+status:failed");
        assertThat(page.select("tbody tr").eachAttr("id")).containsExactly("job-pagesf.0");
        assertThat(page.selectFirst("#f-q").val()).isEqualTo("type:pages.send status:failed");
        assertThat(page.select(".chips a[aria-current]").eachText()).anyMatch(text -> text.startsWith("Failed"));
        HttpResponse<String> form = browse.get("/jobs?q=status:failed&type=pages.send&queue=&from=&until=");
        assertThat(form.statusCode()).isEqualTo(303);
        assertThat(form.headers().firstValue("Location").orElseThrow())
                .endsWith("/jobs?q=status:failed+type:pages.send");
    }

    @Test
    void aWrongFilterIsPointedAt() {
        HttpResponse<String> wrong = browse.get("/jobs?q=colour:red");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("There is no key", "^^^^^^", "aria-invalid");
    }

    @Test
    void anEmptyListSaysWhichPartOfTheFilterIsToBlame() {
        Document page = browse.page("/jobs?q=type:pages.send+queue:nowhere");
        assertThat(page.selectFirst(".empty").text()).contains("Without queue:nowhere there would be 2 jobs");
    }

    @Test
    void aWholeIdLeadsToItsJobAndAnUnknownOneSaysSo() {
        assertThat(browse.get("/jobs?q=pagesf.0")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/jobs/pagesf.0");
        HttpResponse<String> unknown = browse.get("/jobs/nobody.0");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("There is no job nobody.0", "class=\"rail\"");
    }

    @Test
    @DisplayName("S1.25: a job's page shows its data with secrets masked, its attempts and its history")
    void aJob() {
        Document page = browse.page("/jobs/pagesf.0");
        assertThat(page.title()).startsWith("✕ Failed · pages.send");
        assertThat(page.selectFirst("#data-1").wholeText())
                .contains("<b>", "••••")
                .doesNotContain("s3cret");
        assertThat(page.select(".events b").eachText())
                .containsExactly("Submitted", "Attempt started", "Attempt failed", "Failed");
        assertThat(page.select(".path .stop").eachText())
                .containsExactly("Queued", "Running", "Failed", "Queued may follow", "Aborted may follow");
        assertThat(page.select("#attempts details.attempt")).hasSize(1);
    }

    @Test
    void htmxGetsTheLiveRegionOnly() {
        String fragment = browse.get("/", "HX-Request", "true").body();
        assertThat(fragment).doesNotContain("<html").contains("<hx-partial hx-target=\"#lag\"", "Background Jobs");
    }

    @Test
    void theListStaysWhereItIsAndCountsWhatIsNew() {
        Document first = browse.page("/jobs?q=type:pages.still");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Rows rows = new Rows(Installation.current().model());
        rows.job(Histories.queued("still1.0", now.minusSeconds(9), "\"type\":\"pages.still\",\"queue\":\"pages\""));
        assertThat(first.select("tbody tr")).isEmpty();
        String refresh =
                browse.page("/jobs?q=type:pages.still").selectFirst("#live").attr("hx-get");
        rows.job(Histories.queued("still2.0", now.minusSeconds(5), "\"type\":\"pages.still\",\"queue\":\"pages\""));
        Document second = browse.page(refresh);
        assertThat(second.select("tbody tr").eachAttr("id")).isEqualTo(List.of("job-still1.0"));
        assertThat(second.select(".list-bar a").text()).isEqualTo("1 new · show");
    }
}
