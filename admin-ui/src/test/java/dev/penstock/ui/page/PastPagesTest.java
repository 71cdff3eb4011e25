package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.right.Role;
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
import org.junit.jupiter.api.Test;

/** The list of jobs, the first page and a job as of a moment, for browsers without script and for programs. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class PastPagesTest {
    private static final String WORKER = "bygone-1-4f7q0m2z";
    private static Instant begin;

    /** The first has failed, the second and the third run, and the fourth has not come yet. */
    private static Instant then;

    @TestHTTPResource
    URI base;

    private Browse browse;

    @BeforeAll
    static void jobs() {
        begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_000);
        then = begin.plusSeconds(32);
        String fields = "\"type\":\"bygone.work\",\"queue\":\"bygone\"";
        Rows rows = new Rows(Installation.current().model())
                .job(Histories.queued("bygone1.0", begin, fields)
                        .started(WORKER)
                        .failed(WORKER))
                .job(Histories.queued("bygone2.0", begin.plusSeconds(28), fields)
                        .started(WORKER)
                        .completed(WORKER))
                .job(Histories.queued("bygone3.0", begin.plusSeconds(31), fields)
                        .started(WORKER)
                        .completed(WORKER))
                .job(Histories.queued("bygone4.0", begin.plusSeconds(33), fields));
        for (int i = 0; i < 20; i++) {
            rows.job(Histories.queued(
                            "bygonemany%02d.0".formatted(i),
                            begin.minusSeconds(100 - i),
                            fields.replace("work", "many"))
                    .started(WORKER)
                    .completed(WORKER));
        }
    }

    @BeforeEach
    void open() {
        browse = new Browse(base);
    }

    private static String list(String filter) {
        return "/jobs?q=" + filter + "&at=" + then;
    }

    @Test
    void theListShowsTheJobsAsTheyWereUnderABannerAndOffersNothingToDo() {
        Document page = browse.page(list("type:bygone.work"));
        assertThat(page.select("tbody tr").eachAttr("id"))
                .containsExactly("job-bygone3.0", "job-bygone2.0", "job-bygone1.0");
        assertThat(page.select("tbody td:first-child .status").eachText())
                .containsExactly("Running", "Running", "Failed");
        assertThat(page.selectFirst("#as-of").text()).contains("what you see is the past", "Back to now");
        assertThat(page.selectFirst("#as-of").attr("data-at")).isEqualTo(then.toString());
        assertThat(page.select("#main form[method=post], #main input[type=checkbox], #main [data-act]"))
                .isEmpty();
        assertThat(page.select("job-live, #live[hx-get]")).as("it stands still").isEmpty();
        assertThat(page.selectFirst("#matches").text()).isEqualTo("3 jobs");
    }

    @Test
    void everyWayFromTheListStaysAtTheMomentAndOneLeadsBackToNow() {
        Document page = browse.page(list("type:bygone.many") + "&size=15&sort=created");
        List<String> ways = page.select(
                        "#main nav.chips a, #main .filter .chip, #main .pager a, #main th a, #main tbody .job a")
                .eachAttr("href");
        assertThat(ways).hasSizeGreaterThan(20).allMatch(way -> way.contains("at=" + then));
        assertThat(page.selectFirst("form.filter input[name=at]").val()).isEqualTo(then.toString());
        assertThat(page.selectFirst("#as-of a:contains(Back to now)").attr("href"))
                .isEqualTo("/jobs?q=type:bygone.many&sort=created&size=15");
        assertThat(page.select("#as-of nav a").eachAttr("href"))
                .contains("/jobs?q=type:bygone.many&sort=created&size=15&at=" + then.minusSeconds(300));
        assertThat(page.select("#as-of input[type=hidden]").eachAttr("name")).containsExactly("q", "sort", "size");
        assertThat(page.selectFirst(".pager a[rel=next]").text()).isEqualTo("Newer ›");
        Document second = browse.page(page.selectFirst(".pager a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(5);
        assertThat(second.selectFirst("tbody tr").id()).isEqualTo("job-bygonemany15.0");
    }

    @Test
    void theStepsOfTheChartStayAtTheMoment() {
        assertThat(browse.page("/?at=" + then).select("job-brush a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(way -> way.contains("&at=" + then));
    }

    @Test
    void aMomentThatWouldMoveIsMadeOneThatStays() {
        for (String[] way : new String[][] {
            {"/jobs?q=type:bygone.work&at=-10m", "/jobs\\?q=type:bygone.work&at=2\\d{3}-.*Z"},
            {"/?at=-10m&window=6h", "/\\?window=6h&at=2\\d{3}-.*Z"},
            {"/jobs?q=type:bygone.work&at=now", "/jobs\\?q=type:bygone.work"},
            {"/?at=now", "/"}
        }) {
            var answer = browse.get(way[0], "Accept", "text/html");
            assertThat(answer.statusCode()).as(way[0]).isEqualTo(303);
            assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow())
                            .toString())
                    .as(way[0])
                    .matches("(http://[^/]+)?" + way[1]);
        }
    }

    @Test
    void whatCannotBeAnsweredOfThePastIsNamed() {
        var log = browse.get(list("log:hello"), "Accept", "text/html");
        assertThat(log.statusCode()).isEqualTo(400);
        assertThat(log.body()).contains("&quot;log:&quot; cannot be answered of the past");
        for (String at : List.of("yesterday", "2999-01-01")) {
            assertThat(browse.get("/jobs?q=&at=" + at, "Accept", "text/html").statusCode())
                    .isEqualTo(400);
            assertThat(browse.get("/?at=" + at, "Accept", "text/html").statusCode())
                    .isEqualTo(400);
            assertThat(new Http(base).get("/api/v1/jobs?at=" + at).code()).isEqualTo(400);
        }
        Http.Answer api = new Http(base).get("/api/v1/jobs?q=failure:x&at=" + then);
        assertThat(api.code()).isEqualTo(400);
        assertThat(api.json().path("detail").asText()).contains("\"failure:\"");
    }

    @Test
    void aJobOpensAsItWas() {
        Document page = browse.page(
                browse.page(list("id:bygone2")).selectFirst("tbody .job a").attr("href"));
        assertThat(page.selectFirst("#as-of").text()).contains("what you see is the past");
        assertThat(page.select("#past .status, .job-title .status").eachText()).containsExactly("Running", "Running");
        assertThat(page.selectFirst("#history li[aria-current]").text()).contains("started");
        assertThat(new Http(base)
                        .get("/api/v1/jobs/bygone2.0/history/" + then)
                        .json()
                        .at("/job/status")
                        .asText())
                .isEqualTo("RUNNING");
        assertThat(browse.get("/jobs/bygone4.0/history?at=" + then).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFirstPageCountsWhatWas() {
        Document page = browse.page("/?at=" + then);
        assertThat(page.selectFirst("#as-of").text()).contains("what you see is the past");
        assertThat(page.select("#queue-bygone td").eachText()).containsExactly("0", "2", "0", "0");
        assertThat(page.select("tr[id^=held-bygone]").eachAttr("id"))
                .containsExactly("held-bygone2.0", "held-bygone3.0");
        assertThat(page.select("tr[id=held-bygone2.0] td").eachText()).contains(WORKER);
        assertThat(page.select("job-live, form[method=post][action=/burst]")).isEmpty();
        assertThat(page.select("#main a.tile, #main nav.chips a").eachAttr("href"))
                .hasSizeGreaterThan(10)
                .allMatch(way -> way.contains("at=" + then));
    }

    @Test
    void programsAreToldTheSame() {
        Http http = new Http(base);
        JsonNode jobs = http.get("/api/v1/jobs?q=type:bygone.work&at=" + then).json();
        assertThat(jobs.path("jobs").findValuesAsText("status")).containsExactly("RUNNING", "RUNNING", "FAILED");
        assertThat(jobs.at("/past/at").asText()).isEqualTo(then.toString());
        String next = http.get("/api/v1/jobs?q=type:bygone.many&at=-10m")
                .json()
                .path("next")
                .asText();
        assertThat(next).matches(".*[?&]at=2\\d{3}-.*");
        assertThat(http.get(URI.create(next).getRawPath() + "?"
                                + URI.create(next).getRawQuery())
                        .json()
                        .path("jobs"))
                .hasSize(5);
        JsonNode overview = http.get("/api/v1/overview?at=" + then).json().path("overview");
        assertThat(overview.at("/queues/bygone/byStatus/RUNNING").asInt()).isEqualTo(2);
        assertThat(overview.at("/workers/" + WORKER).asInt()).isEqualTo(2);
    }

    @Test
    void usersAreNotLetIntoThePastAndAnalystsAre() {
        People people = new People(base);
        Http user = people.signedIn(Role.USER);
        Http analyst = people.signedIn(Role.VIEWER);
        for (String address : List.of(list("type:bygone.work"), "/?at=" + then, "/api/v1/overview?at=-1h")) {
            assertThat(user.get(address).code()).as(address).isIn(303, 403);
            assertThat(user.get(address).body()).as(address).doesNotContain("bygone");
            assertThat(analyst.get(address).code()).as(address).isEqualTo(200);
        }
    }
}
