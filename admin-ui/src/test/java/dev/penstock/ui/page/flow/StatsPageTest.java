package dev.penstock.ui.page.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class StatsPageTest {
    @TestHTTPResource
    URI base;

    private Document page;

    @BeforeAll
    static void aMinute() {
        Instant now = Instant.now();
        ReadModel model = Installation.current().model();
        new Rows(model)
                .setting(Setting.Queue.named("charts", "drawn"))
                .setting(new Setting.Type("charts.draw", "Draws", "charts", JobPolicy.DEFAULT, Map.of()))
                .job(Histories.queued(
                        "charts1.0", now.minusSeconds(70), "\"type\":\"charts.draw\",\"queue\":\"charts\""));
        model.execute(
                "INSERT INTO statistic SELECT date_trunc('minute', ?::timestamptz), 'charts', 'charts.draw', 0, 31, 12, 9, 3, 0,"
                        + " 0, 0, 5, 4, 1, 5, 1100, 10, 1000, null, 12, 24000, 500, 8000, null, 12, 24000, 500, 8000,"
                        + " null, 0, 1, 0, 0, 0, 0, 3",
                now.minusSeconds(120));
        model.execute(
                "INSERT INTO statistic SELECT date_trunc('minute', ?::timestamptz), 'charts', 'charts.draw', 0, 20, 12, 9, 3, 0,"
                        + " 0, 0, 5, 0, 1, 0, 0, null, null, null, 0, 0, null, null, null, 0, 0, null, null,"
                        + " null, 0, 0, 0, 0, 0, 0, 0",
                now.minusSeconds(86_400 + 120));
        model.execute("INSERT INTO tally VALUES (date_trunc('hour', now()), 'WORKER', 'charts-1', 0, 10, 8, 2, 5000),"
                + " (date_trunc('hour', now()), 'USER', 'charts-ana', 0, 3, 2, 0, 8000)");
        model.execute("INSERT INTO tally_minute VALUES"
                + " (date_trunc('minute', now()) - interval '3 minutes', 'WORKER', 'charts-1', 0, 7, 6, 0, 3000),"
                + " (date_trunc('minute', now()) - interval '2 minutes', 'WORKER', 'charts-1', 0, 3, 2, 2, 2000),"
                + " (date_trunc('minute', now()) - interval '2 minutes', 'USER', 'charts-ana', 0, 3, 2, 0, 8000)");
        model.execute("INSERT INTO worker_build VALUES ('charts-1', '9.9.1', now() - interval '20 minutes'),"
                + " ('charts-2', '9.9.1', now() - interval '10 minutes')");
    }

    @AfterAll
    static void noOtherVersion() {
        Installation.current().model().execute("DELETE FROM worker_build WHERE version = '9.9.1'");
    }

    @BeforeEach
    void open() {
        page = new Form(base).page("/stats?queue=charts&type=charts.draw");
    }

    @Test
    @DisplayName("S2.26, S2.27, S3.26: the page Statistics shows how many jobs were created and completed over time")
    void creations() {
        assertThat(page.selectFirst("h1").text()).isEqualTo("Statistics");
        assertThat(caption("creations")).isEqualTo("31 jobs created, 9 completed.");
        assertThat(numbers("creations")).anyMatch(row -> row.endsWith(" 31 9"));
        assertThat(page.select("#creations svg path.line")).hasSize(2);
        assertThat(page.select("#creations tbody tr")).hasSize(60);
        assertThat(page.select("nav[aria-label=Time that the charts cover] a").eachText())
                .containsExactly("15 m", "1 h", "6 h", "24 h", "7 d");
    }

    @Test
    @DisplayName("S2.28, S2.29, S2.30: average, minimal and maximal waiting time over time, and what a rise points to")
    void waiting() {
        assertThat(caption("waiting")).isEqualTo("On average 0.2 s, at least 10 ms, at most 1.0 s.");
        assertThat(page.selectFirst("#waiting thead").text()).contains("maximum", "average", "minimum");
        assertThat(page.selectFirst("#waiting").text()).contains("perhaps more of them are needed");
    }

    @Test
    @DisplayName("S1.30, S1.31, S1.32, S1.34: queue depth, processing duration, failure rate and retries over time")
    void metrics() {
        assertThat(caption("depth")).isEqualTo("1 queued and 0 running now.");
        assertThat(caption("duration")).isEqualTo("On average 2.0 s, at least 0.5 s, at most 8.0 s.");
        assertThat(caption("failures")).isEqualTo("3 failed for good, 25 % of all that ended.");
        assertThat(caption("retries")).isEqualTo("4 attempts begun again, 5 attempts failed, 1 lease lost.");
        assertThat(numbers("failures")).anyMatch(row -> row.endsWith(" 25 %"));
        assertThat(numbers("depth").getLast()).endsWith(" 1 0");
    }

    @Test
    void theNumbersAreThoseOfTheApi() {
        Http http = new Http(base);
        String api = page.selectFirst("a[href^=/api/v1/statistics]").attr("href");
        assertThat(http.get(api).json().at("/statistics/total/created").asLong())
                .isEqualTo(31);
        assertThat(new Form(base)
                        .page("/stats?queue=nobodys")
                        .selectFirst("#waiting figcaption")
                        .text())
                .isEqualTo("No job has started.");
    }

    @Test
    @DisplayName(
            "S1.33, S1.34, S3.26: figures stand beside yesterday's, by worker and by user, with the age of locks, and as CSV")
    void besideYesterday() {
        Document beside = new Form(base).page("/stats?queue=charts&type=charts.draw&compare=before");
        assertThat(beside.selectFirst("#comparison h2").text()).isEqualTo("Compared with the same time yesterday");
        assertThat(beside.select("#comparison tbody tr").eachText())
                .contains("Created 31 20 +55 %", "Retries 4 0 –", "Lost leases 1 1 none");
        assertThat(page.select("#comparison")).isEmpty();
        assertThat(page.selectFirst("#locks tbody").text()).isEqualTo("0 – – –");
        Document all = new Form(base).page("/stats");
        assertThat(all.selectFirst("#workers tbody tr:contains(charts-1)").text())
                .isEqualTo("charts-1 10 8 2 20.0 % 0.5 s");
        assertThat(all.selectFirst("#users tbody tr:contains(charts-ana)").text())
                .isEqualTo("charts-ana 3 2 0 0.0 % 4.0 s");
        Http http = new Http(base);
        String csv = http.get(
                        page.selectFirst("a[href^=/api/v1/statistics/csv]").attr("href"))
                .body();
        assertThat(csv.lines()).hasSize(61).anyMatch(line -> line.contains(",31,12,9,3,0,5,4,1,5,"));
        assertThat(http.get("/api/v1/statistics/workers").json().path("tallies").findValuesAsText("name"))
                .contains("charts-1");
        assertThat(http.get("/api/v1/statistics/locks?queue=charts")
                        .json()
                        .at("/locks/held")
                        .asLong())
                .isZero();
    }

    @Test
    @DisplayName("S1.34, S3.26: what one worker or one user did is shown by the minute and by the day")
    void ofOne() {
        Document worker = new Form(base).page("/stats?of=worker:charts-1");
        assertThat(worker.selectFirst("#one figcaption").text()).isEqualTo("10 attempts begun, 8 succeeded, 2 failed.");
        assertThat(rows(worker, "one")).anyMatch(row -> row.endsWith(" 7 6 0")).anyMatch(row -> row.endsWith(" 3 2 2"));
        assertThat(rows(worker, "one")).hasSize(60);
        assertThat(rows(worker, "one-days")).hasSize(30);
        assertThat(rows(worker, "one-days").getLast()).endsWith(" 10 8 2");
        Document user = new Form(base).page("/stats?of=user:charts-ana&window=15m");
        assertThat(user.select("#s-of option[selected]").text()).isEqualTo("user charts-ana");
        assertThat(rows(user, "one")).hasSize(15).anyMatch(row -> row.endsWith(" 3 2 0"));
        assertThat(user.selectFirst("#one svg a").attr("href")).contains("by:charts-ana");
        assertThat(page.select("#one")).isEmpty();
    }

    @Test
    @DisplayName("S1.34, S3.26: the API tells the same, and refuses minutes of a time of which it has hours")
    void ofOneByTheApi() {
        Http http = new Http(base);
        JsonNode series = http.get("/api/v1/statistics/series?worker=charts-1&step=PT1M")
                .json()
                .path("series");
        assertThat(series.path("points")).hasSize(60);
        assertThat(series.findValuesAsText("begun"))
                .contains("7", "3")
                .filteredOn(begun -> !begun.equals("0"))
                .hasSize(2);
        String month = "&from=" + Instant.now().minus(Duration.ofDays(30)) + "&step=";
        assertThat(http.get("/api/v1/statistics/series?user=charts-ana" + month + "P1D")
                        .json()
                        .findValuesAsText("completed"))
                .contains("2");
        assertThat(http.get("/api/v1/statistics/series?user=charts-ana" + month + "PT30M")
                        .code())
                .isEqualTo(400);
        assertThat(http.get("/api/v1/statistics/series").code()).isEqualTo(400);
    }

    @Test
    @DisplayName("S3.26: a new version of workers is marked on the charts, once, where its first worker started")
    void deploys() {
        Elements marks = page.select("#creations .mark:contains(9.9.1)");
        assertThat(marks).hasSize(1);
        assertThat(marks.text()).startsWith("Version 9.9.1 of workers, first seen ");
        double x = Double.parseDouble(marks.attr("transform").replaceAll("translate\\(([\\d.]+) 0\\)", "$1"));
        assertThat(x).isBetween(52 + 508 * 0.60, 52 + 508 * 0.72);
        assertThat(page.selectFirst("#creations").text()).contains("New version of workers:", "9.9.1");
        assertThat(new Form(base).page("/").select("#throughput .mark:contains(9.9.1)"))
                .hasSize(1);
        assertThat(new Http(base).get("/api/v1/statistics/deploys").json().findValuesAsText("version"))
                .contains("9.9.1");
    }

    private static List<String> rows(Document page, String figure) {
        return page.select("#" + figure + " tbody tr").eachText();
    }

    private String caption(String figure) {
        return page.selectFirst("#" + figure + " figcaption").text();
    }

    private java.util.List<String> numbers(String figure) {
        return page.select("#" + figure + " tbody tr").stream()
                .map(Element::text)
                .toList();
    }
}
