package dev.penstock.ui.page.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy.Capabilities;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
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

/** The panel of an end user, who has signed in and may see nothing else. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class MinePageTest {
    private static final String WORKER = "mine-1";
    private static final Capabilities EXPORT = new Capabilities(true, false, false, false, false);
    private static final Capabilities RIGID = new Capabilities(false, false, false, false, false);
    private static final Artifact FILE = new Artifact("export.csv", "text/csv", 2_048, "9f86d081", "x");

    private final OtherSide otherSide = Installation.current().otherSide();

    @TestHTTPResource("/")
    URI base;

    private static Instant now;
    private Http http;
    private Form form;

    @BeforeAll
    static void jobs() {
        now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Rows rows = new Rows(Installation.current().model());
        rows.job(mine("running", 20, EXPORT, "user").started(WORKER).progress(WORKER, 412, 900, "412 of 900"))
                .job(mine("rigid", 21, RIGID, "user").started(WORKER))
                .job(mine("done", 22, EXPORT, "user").started(WORKER).completed(WORKER, FILE))
                .job(mine("gone", 23, EXPORT, "user")
                        .started(WORKER)
                        .completed(WORKER, FILE)
                        .expired())
                .job(mine("failed", 24, EXPORT, "user").started(WORKER).failed(WORKER))
                .job(mine("stopped", 25, EXPORT, "user").started(WORKER).stopped(WORKER))
                .job(mine("others", 26, EXPORT, "somebody-else").started(WORKER).completed(WORKER, FILE))
                .job(Histories.of("mineimport.0", at(27), """
                        "type":"item.import","queue":"mine","origin":"SYSTEM","notifyUser":"user","batch":"B-7",
                        "links":[{"rel":"module","title":"Open Module","href":"/demo/items?batch=B-7"},
                                 {"rel":"item","title":"Run a script","href":"javascript:alert(1)"}]
                        """, EXPORT)
                        .started(WORKER)
                        .completed(WORKER));
        for (int i = 0; i < 12; i++) {
            rows.job(mine("waits" + i, 100 + i, EXPORT, "user"));
        }
    }

    private static Histories mine(String name, long secondsAgo, Capabilities can, String by) {
        String fields = "\"type\":\"module.export\",\"queue\":\"mine\",\"runBy\":\"" + by + "\"";
        return Histories.of("mine" + name + ".0", at(secondsAgo), fields, can);
    }

    private static Instant at(long secondsAgo) {
        return now.minusSeconds(secondsAgo);
    }

    @BeforeEach
    void signIn() {
        http = new People(base).signedIn(Role.USER);
        form = new Form(http);
    }

    @Test
    @DisplayName("S4.1, S4.14: the panel shows a user's own jobs, how far they are, and leads to what came of them")
    void ownJobsWithProgressAndResult() {
        Document panel = form.page("/mine");
        assertThat(panel.select("#job-minerunning\\.0 .meter").text()).contains("412 of 900");
        assertThat(panel.select("#job-minedone\\.0 a[download]").text()).isEqualTo("Download 2.0 KB");
        assertThat(panel.select("#job-minedone\\.0").text()).contains("gone in 23 h");
        assertThat(panel.select("#job-minegone\\.0").text()).contains("Expired").doesNotContain("Download");
        assertThat(panel.text()).doesNotContain("mineothers");
        assertThat(panel.select(".rail a").eachText()).containsExactly("My jobs", "Help");
        assertThat(http.get("/").header("Location")).endsWith("/mine");
        assertThat(http.get("/jobs/minedone.0").code()).isEqualTo(403);
    }

    @Test
    @DisplayName("S4.4, S4.5, S4.17, S4.18: a switch shows what the system made for its user, with its links")
    void theSystemsJobsThatNameTheUser() {
        Document panel = form.page("/mine");
        assertThat(panel.select("#job-mineimport\\.0")).isEmpty();
        Document system = form.page(panel.select("[aria-label='Who has made them'] a:contains(System generated)")
                .attr("href"));
        Element job = system.selectFirst("#job-mineimport\\.0");
        assertThat(job.select("a").eachText()).containsExactly("Open Module");
        assertThat(job.select("a").attr("href")).isEqualTo("/demo/items?batch=B-7");
        assertThat(system.select("tbody tr")).hasSize(1);
    }

    @Test
    @DisplayName("S4.6, S4.7: the filters are in the users' words, 15 a page, with the 15 before and after")
    void filtersAndPages() {
        Document panel = form.page("/mine");
        assertThat(panel.select("[aria-label=Statuses] a").eachText())
                .containsExactly("All", "Created", "In progress", "Failed", "Completed", "Expired", "Stopped");
        assertThat(panel.select("tbody tr")).hasSize(15);
        Document second = form.page(panel.select(".pager a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(3);
        assertThat(form.page(second.select(".pager a[rel=prev]").attr("href"))
                        .select("tbody tr")
                        .eachAttr("id"))
                .isEqualTo(panel.select("tbody tr").eachAttr("id"));
        Map.of("created", 12, "in-progress", 2, "failed", 1, "completed", 1, "expired", 1, "stopped", 1)
                .forEach((word, rows) -> assertThat(
                                form.page("/mine?show=" + word).select("tbody tr"))
                        .as(word)
                        .hasSize(rows));
        assertThat(http.get("/api/v1/mine?show=in-progress")
                        .json()
                        .path("entries")
                        .findValuesAsText("id"))
                .startsWith("minerunning.0");
    }

    @Test
    @DisplayName("S4.8, S4.9, S4.11, S4.12, S4.13: stop while it runs, delete once it has ended, each after a question")
    void stopAndDeleteAskFirst() {
        Document panel = form.page("/mine");
        assertThat(panel.select("[data-act=stop]").eachAttr("aria-label"))
                .containsExactly("Stop process module.export unning.0");
        assertThat(panel.select("[data-act=delete]")).hasSize(4);
        assertThat(panel.text()).contains("A stopped job cannot be restarted.");

        String address = panel.select("#job-minerunning\\.0 [data-act=stop]").attr("href");
        Document question = form.page(address);
        assertThat(question.select("#confirm").text()).contains("cannot be restarted");
        Http.Answer done = form.send(question, "/mine/minerunning.0/stop", Map.of());
        assertThat(done.code()).isEqualTo(303);
        assertThat(otherSide.heard())
                .filteredOn(message -> message.body().equals(new Act.Stop(new JobId("minerunning.0"))))
                .extracting(CommandMessage::actor)
                .extracting(Object::toString)
                .isEqualTo(List.of("user:user"));
        assertThat(form.page("/mine/minestopped.0/delete").select("#confirm").text())
                .contains("cannot be restarted");
    }

    @Test
    @DisplayName("S4.10: nobody ends another's job, and a user does not delete what the system generated")
    void othersJobsAndTheSystemsAreNotTheirs() {
        for (String path : List.of("/mine/mineothers.0/stop", "/mine/mineothers.0/files/export.csv")) {
            assertThat(http.get(path).code()).as(path).isEqualTo(404);
        }
        Document panel = form.page("/mine?origin=system");
        assertThat(panel.select("#job-mineimport\\.0 button[aria-disabled]").attr("title"))
                .isEqualTo("Only administrators delete jobs that the system generated.");
        Document question = form.page("/mine/mineimport.0/delete");
        form.send(question, "/mine/mineimport.0/delete", Map.of());
        assertThat(otherSide.heard())
                .noneMatch(message -> message.body().equals(new Act.Delete(new JobId("mineimport.0"))));
        assertThat(http.get("/api/v1/mine?user=somebody-else").code()).isEqualTo(403);
        assertThat(form.page("/mine?user=somebody-else").select("h1").text()).isEqualTo("My jobs");
        Form viewer = new Form(new People(base).signedIn(Role.VIEWER));
        assertThat(viewer.page("/mine?user=somebody-else").select("tbody tr")).hasSize(1);
    }
}
