package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Status;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class FamilyPageTest {
    private static final String WORKER = "family-1-4f7q0m2z";
    private static final String FIELDS = "\"type\":\"family.publish\",\"queue\":\"family\",\"batch\":\"issue-7\"";
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void families() {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(100);
        Rows rows = new Rows(Installation.current().model())
                .job(Histories.queued("fam1.0", at, FIELDS)
                        .started(WORKER)
                        .parent(WORKER, 60, Status.COMPLETED, Status.COMPLETED, Status.FAILED))
                .job(Histories.queued("fam2.0", at, FIELDS).started(WORKER).stopping())
                .job(Histories.system("fam3.0", at, FIELDS))
                .job(Histories.queued("fam4.0", at, FIELDS)
                        .started(WORKER)
                        .completed(WORKER, new Artifact("report 1.pdf", "application/pdf", 2_100, "9f86d081", "x")))
                .job(Histories.queued("fam5.0", at, FIELDS + ",\"payload\":{\"to\":\"ana\",\"apiKey\":\"s3cret\"}")
                        .started(WORKER)
                        .failed(WORKER));
        rows.job(Histories.queued("fam6.0", at, FIELDS).started(WORKER).parent(WORKER, 3));
        for (int i = 0; i < 3; i++) {
            rows.job(Histories.child("fam6.c" + i, "fam6.0", at.plusSeconds(i), "\"type\":\"family.step\""));
        }
        for (int i = 0; i < 60; i++) {
            rows.job(Histories.child(
                    "fam1.c" + i, "fam1.0", at.plusMillis(i), "\"type\":\"family.part\",\"queue\":\"family\""));
        }
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    @DisplayName(
            "S2.13: a job shows how many of its children have ended and failed, the first fifty of them, and that more"
                    + " may come; a child leads to its parent")
    void aFamily() {
        Element family = form.page("/jobs/fam1.0").selectFirst("#family");
        assertThat(family.selectFirst(".meter").text()).isEqualTo("3 of 60 children ended, 1 failed");
        assertThat(family.text()).contains("more may come while it runs", "issue-7");
        assertThat(family.select("tbody tr")).hasSize(50);
        assertThat(family.selectFirst("a.more").text()).isEqualTo("All 60 children");

        Document all = form.page(family.selectFirst("a.more").attr("href"));
        assertThat(all.selectFirst("#matches").text()).isEqualTo("60 jobs");
        assertThat(form.page("/jobs/fam6.0").select("#family tbody tr").eachAttr("id"))
                .as("steps, the first one first")
                .containsExactly("child-fam6.c0", "child-fam6.c1", "child-fam6.c2");
        Document child = form.page("/jobs/fam1.c7");
        assertThat(child.select("#family a[href=/jobs/fam1.0]")).isNotEmpty();
    }

    @Test
    @DisplayName("S2.23, S2.25: children and system jobs are not in the main list until a chip shows them")
    void theMainList() {
        Document list = form.page("/jobs");
        assertThat(list.select("tr[id^=job-fam]").eachAttr("id"))
                .contains("job-fam1.0")
                .noneMatch(id -> id.startsWith("job-fam1.c"))
                .doesNotContain("job-fam3.0");
        assertThat(list.selectFirst("#f-q").val()).isEqualTo("parent:none system:no");

        Document system =
                form.page(list.selectFirst(".chip:contains(Show system jobs)").attr("href"));
        assertThat(system.select("#job-fam3\\.0")).hasSize(1);
        Document children =
                form.page(list.selectFirst(".chip:contains(Show children)").attr("href"));
        assertThat(children.select("tr[id^=job-fam1.c]")).isNotEmpty();
        Element chip = children.selectFirst(".chip:contains(Show children)");
        assertThat(chip.attr("aria-current")).isEqualTo("true");
        assertThat(chip.attr("href")).isEqualTo("/jobs?q=parent:none+system:no");
        assertThat(form.page("/jobs?q=parent:none+status:queued+type:family.part")
                        .select("#matches")
                        .text())
                .as("counters and list agree")
                .isEqualTo("0 jobs");
    }

    @Test
    @DisplayName(
            "S2.15, S2.17: a stopping job says how it stops; forcing it is a question with a warning; a system job has no"
                    + " Stop")
    void stopping() {
        Document job = form.page("/jobs/fam2.0");
        assertThat(job.selectFirst("#details").text()).contains("becomes stopped when its handler obeys");
        Element force = job.selectFirst("a[data-act=force-stop]");
        assertThat(job.select("#acts-off dt").eachText()).contains("Stop", "Resume", "Restart");
        assertThat(job.selectFirst("#acts-off").text()).contains("possible while a job is STOPPED");

        Document question = form.page(force.attr("href"));
        assertThat(question.selectFirst("form#confirm").text()).contains("data may become inconsistent");
        Http.Answer answer = form.post("/jobs/fam2.0/force-stop", Form.fields(question.selectFirst("form#confirm")));
        assertThat(answer.code()).isEqualTo(303);
        assertThat(heard(Act.ForceStop.class)).isTrue();
        assertThat(form.page("/jobs/fam3.0").select("[data-act=stop]")).isEmpty();
    }

    @Test
    @DisplayName("S2.14: what can be done to one job can be done to ticked ones")
    void ticked() {
        Document list = form.page("/jobs?q=type:family.part&size=100");
        assertThat(list.select(".menu button[name=act]").eachAttr("value"))
                .contains(
                        "stop", "force-stop", "resume", "abort", "restart", "run-now", "low-priority", "expire-lease");
        Element rows = list.selectFirst("form[action=/jobs/acts]");
        String body = Form.fields(rows, "key", "csrf", "back") + "&act=low-priority&job="
                + rows.selectFirst("[name=job][value^=fam1.c1@]").val();
        Document question = Form.parse(form.post("/jobs/acts", body));
        assertThat(question.selectFirst("h1").text()).isEqualTo("Set low priority of 1 job?");
        Http.Answer done = form.post("/jobs/acts", Form.fields(question.selectFirst("main form[action=/jobs/acts]")));
        assertThat(form.follow(done).selectFirst("#flash").text()).isEqualTo("1 job in the low lane.");
    }

    @Test
    @DisplayName("S4.14: a completed job's files can be downloaded")
    void files() {
        Element files = form.page("/jobs/fam4.0").selectFirst("#files");
        assertThat(files.text()).contains("report 1.pdf", "2.1 KB", "9f86d081");
        assertThat(files.selectFirst("a[download]").attr("href")).isEqualTo("/api/v1/jobs/fam4.0/files/report%201.pdf");
    }

    @Test
    void aPayloadIsEditedWithoutItsSecretsBeingShownOrLost() {
        Document page = form.page("/jobs/fam5.0/payload");
        String text = page.selectFirst("textarea").wholeText();
        assertThat(text).contains("ana").doesNotContain("s3cret");
        Element edit = page.selectFirst("main form");
        String fields = Form.fields(edit, "csrf", "key", "version");
        Document wrong = Form.parse(form.post("/jobs/fam5.0/payload", fields + "&payload=%7Bno"));
        assertThat(wrong.selectFirst("[role=alert]").text()).contains("is not JSON");

        String changed =
                java.net.URLEncoder.encode(text.replace("ana", "bob"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(form.post("/jobs/fam5.0/payload", fields + "&payload=" + changed)
                        .code())
                .isEqualTo(303);
        assertThat(other.heard())
                .anySatisfy(message -> assertThat(message.body()).isInstanceOfSatisfying(Act.EditPayload.class, act -> {
                    assertThat(act.payload().text()).contains("\"bob\"", "\"s3cret\"");
                }));
    }

    private boolean heard(Class<? extends Act> act) {
        return other.heard().stream().anyMatch(message -> act.isInstance(message.body()));
    }
}
