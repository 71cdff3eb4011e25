package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.filter.Key;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands above the list of jobs: its bars, suggestions, views and columns. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobListHeadTest {
    private static final String WORKER = "worker-heading";

    @TestHTTPResource
    URI base;

    private Browse browse;

    @BeforeAll
    static void jobs() {
        Instant begin = Instant.now().minusSeconds(3_600);
        String work = "\"type\":\"heading.work\",\"queue\":\"heading\"";
        Rows rows = new Rows(Installation.current().model())
                .job(Histories.queued("headqueued.0", begin, work + ",\"instance\":\"7\""))
                .job(Histories.queued("headfailed.0", begin, work)
                        .started(WORKER)
                        .failed(WORKER))
                .job(Histories.queued("headold.0", begin.minusSeconds(90_000), work.replace("work", "other")));
        for (int i = 0; i < 3; i++) {
            rows.job(Histories.queued("headmany%d.0".formatted(i), begin.plusMillis(i), work.replace("work", "many")));
        }
    }

    @BeforeEach
    void open() {
        browse = new Browse(base);
    }

    @Test
    @DisplayName("S3.21: bars show when the jobs that match were created, and each leads to its jobs alone")
    void whenTheyCame() {
        Document list = browse.page("/jobs?q=type:heading.*");
        assertThat(list.select(".times figcaption").text()).contains("6 jobs by time of creation");
        Element first = list.selectFirst(".times a:has(.bar)");
        assertThat(ids(first.attr("href").replaceFirst(".*q=", ""))).containsExactly("job-headold.0");
        assertThat(browse.page("/jobs?q=type:heading.other").select(".times")).isEmpty();
    }

    @Test
    @DisplayName(
            "S3.20: while a filter is typed its keys are suggested, and the values that jobs have, with how many have them")
    void suggestions() {
        assertThat(suggested("sta")).contains("{\"text\":\"status:\",").contains("{\"text\":\"started:\",");
        assertThat(suggested("type:heading.m")).contains("{\"text\":\"heading.many\",\"note\":\"\",\"jobs\":3}");
        assertThat(suggested("queue:x type:heading.o"))
                .contains("\"from\":13,\"to\":22")
                .contains("heading.other");
        assertThat(suggested("instance:")).contains("\"text\":\"7\"");
        assertThat(suggested("status:proc")).contains("\"text\":\"running\",\"note\":\"in-progress, processing\"");
        assertThat(suggested("heading.w")).contains("\"text\":\"type:heading.work\"");
        for (Key key : Key.values()) {
            assertThat(suggested(key.word() + ":")).startsWith("{\"from\":");
        }
        Element field = browse.page("/jobs").selectFirst("job-filter input[name=q]");
        assertThat(field.hasAttr("role"))
                .as("without script it is a plain field")
                .isFalse();
    }

    @Test
    @DisplayName("S3.20: a filter is saved under a name, for oneself or for everybody, and is an address all the same")
    void views() {
        Form form = new Form(new Http(base));
        Document list = form.page("/jobs?q=type:heading.work");
        Document saved = form.follow(form.send(list, "/views", Map.of("name", "Heading <b>", "shared", "yes")));
        Element view = saved.selectFirst("#views li:contains(Heading <b>) a");
        assertThat(view.text()).isEqualTo("Heading <b> (shared)");
        assertThat(view.attr("aria-current")).isEqualTo("true");
        assertThat(browse.get("/api/v1/views").body()).contains("\"filter\":\"type:heading.work\"");
        assertThat(form.page("/jobs").select("#views a").eachAttr("href"))
                .contains("/jobs?q=parent:none+system:no", view.attr("href"));
        String delete = saved.selectFirst("#views li:contains(Heading <b>) form[action$=delete]")
                .attr("action");
        assertThat(form.follow(form.send(saved, delete, Map.of())).select("#views li:contains(Heading <b>)"))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "S3.20: Jobs opens with the view that somebody chose, for nobody else; the plain list is one click away")
    void defaultView() {
        People people = new People(base);
        Http http = people.signedIn(Role.VIEWER);
        Form form = new Form(http);
        form.send(form.page("/jobs?q=type:heading.work"), "/views", Map.of("name", "Weir"));
        Document list = form.page("/jobs");
        assertThat(list.selectFirst("#f-q").val()).isEqualTo("parent:none system:no");
        Element choose = list.selectFirst("#views li:contains(Weir) form[action$=default]");
        assertThat(choose.selectFirst("button").attr("aria-pressed")).isEqualTo("false");

        Document chosen = form.follow(
                form.send(list, choose.attr("action"), Map.of("on", "yes", "back", "/jobs?q=type:heading.work")));
        assertThat(chosen.selectFirst("#views li:contains(Weir) form[action$=default] button")
                        .attr("aria-pressed"))
                .isEqualTo("true");
        assertThat(http.get("/jobs").header("Location")).endsWith("/jobs?q=type:heading.work");
        Document first = form.follow(http.get("/jobs"));
        Document plain = form.page(first.selectFirst(".page-head p a").attr("href"));
        assertThat(plain.selectFirst("#f-q").val()).isEqualTo("parent:none system:no");
        assertThat(plain.select(".page-head p a")).isEmpty();
        assertThat(browse.get("/jobs").statusCode()).as("others").isEqualTo(200);

        form.send(chosen, choose.attr("action"), Map.of("on", "no"));
        assertThat(http.get("/jobs").code()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "S3.20: the API chooses a default view too, and says which it is; one that others share no more is nobody else's")
    void defaultViewByTheApi() {
        Http operator = new People(base).signedIn(Role.OPERATOR);
        Http viewer = new People(base).signedIn(Role.VIEWER);
        String wish = "{\"name\":\"Sluice\",\"filter\":\"type:heading.other\",\"shared\":%s}";
        int id = operator.post("/api/v1/views", wish.formatted(true))
                .json()
                .path("id")
                .asInt();
        assertThat(viewer.put("/api/v1/views/" + id + "/default", "")
                        .json()
                        .path("byDefault")
                        .asBoolean())
                .isTrue();
        assertThat(byDefault(viewer)).containsExactly("Sluice");
        assertThat(byDefault(operator)).isEmpty();
        assertThat(viewer.get("/jobs").header("Location")).endsWith("/jobs?q=type:heading.other");

        operator.post("/api/v1/views", wish.formatted(false));
        assertThat(viewer.get("/jobs").code()).isEqualTo(200);
        assertThat(viewer.put("/api/v1/views/" + id + "/default", "").code()).isEqualTo(404);
        operator.post("/api/v1/views", wish.formatted(true));
        assertThat(viewer.delete("/api/v1/views/default").code()).isEqualTo(200);
        assertThat(byDefault(viewer)).isEmpty();
        assertThat(operator.delete("/api/v1/views/" + id).json().path("name").asText())
                .isEqualTo("Sluice");
    }

    private static List<String> byDefault(Http http) {
        return StreamSupport.stream(
                        http.get("/api/v1/views").json().path("views").spliterator(), false)
                .filter(view -> view.path("byDefault").asBoolean())
                .map(view -> view.path("name").asText())
                .toList();
    }

    @Test
    @DisplayName(
            "S2.4 to S2.13: create date, waiting, start date, duration, status, errors, low priority, run by, progress and"
                    + " children can be columns")
    void columns() {
        Document list = browse.page("/jobs?q=type:heading.work");
        assertThat(list.select("#columns input[name=column]").eachAttr("value"))
                .contains(
                        "created",
                        "waited",
                        "started",
                        "took",
                        "errors",
                        "priority",
                        "by",
                        "progress",
                        "children",
                        "worker");
        Document chosen = Jsoup.parse(browse.get(
                        "/jobs?q=type:heading.work", "Accept", "text/html", "Cookie", "columns=started.errors.nonsense")
                .body());
        assertThat(chosen.select("table[aria-label=Jobs] th").eachText())
                .containsExactly("Status", "Job", "Started", "Errors", "Actions");
        assertThat(chosen.select("#job-headfailed.0 td[data-label=Errors], #job-headfailed\\.0 td[data-label=Errors]")
                        .text())
                .isEqualTo("yes");
    }

    @Test
    void theListIsExported() {
        String csv = browse.get("/api/v1/jobs/csv?q=type:heading.work+status:failed,queued")
                .body();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("id,type,status,queue,priority,by,created,started");
        assertThat(csv).contains("headfailed.0,heading.work,FAILED,").contains("headqueued.0,heading.work,QUEUED,");
        assertThat(browse.get("/api/v1/jobs/csv?q=nokey:1").statusCode()).isEqualTo(400);
    }

    private String suggested(String typed) {
        return browse.get("/api/v1/filter/suggestions?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .body();
    }

    private List<String> ids(String filter) {
        return rows(browse.page("/jobs?q=" + filter));
    }

    private static List<String> rows(Document list) {
        return list.select("tbody tr").eachAttr("id");
    }
}
