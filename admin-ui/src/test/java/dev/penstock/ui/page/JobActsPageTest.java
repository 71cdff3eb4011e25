package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy.Capabilities;
import dev.penstock.api.job.Priority;
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
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The buttons of a job's page in each status, pressed as a browser without script presses them. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobActsPageTest {
    private static final String WORKER = "acts-1-4f7q0m2z";
    private static final String FIELDS = "\"type\":\"export.module\",\"queue\":\"buttons\"";
    private static final Capabilities ALL = new Capabilities(true, true, true, false, false);
    private static final Capabilities EXPORT = new Capabilities(true, false, false, false, false);
    private static final Capabilities NONE = new Capabilities(false, false, false, false, false);

    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void aJobInEachStatus() {
        Rows rows = new Rows(Installation.current().model());
        Artifact file = new Artifact("export.csv", "text/csv", 100, "9f86d081", "x");
        rows.job(of("queued", ALL))
                .job(of("low", ALL, ",\"priority\":\"LOW\""))
                .job(of("running", ALL).started(WORKER))
                .job(of("export", EXPORT).started(WORKER))
                .job(of("rigid", NONE).started(WORKER))
                .job(of("stopping", ALL).started(WORKER).stopping())
                .job(of("stopped", ALL).started(WORKER).stopped(WORKER))
                .job(of("given", ALL).started(WORKER).stopped(WORKER))
                .job(of("exportstopped", EXPORT).started(WORKER).stopped(WORKER))
                .job(of("completed", ALL).started(WORKER).completed(WORKER))
                .job(of("once", EXPORT).started(WORKER).completed(WORKER))
                .job(of("failed", ALL).started(WORKER).failed(WORKER))
                .job(of("retrying", ALL).started(WORKER).retrying(WORKER))
                .job(of("aborted", ALL).aborted())
                .job(of("expired", ALL).started(WORKER).completed(WORKER, file).expired());
    }

    private static Histories of(String name, Capabilities can) {
        return of(name, can, "");
    }

    private static Histories of(String name, Capabilities can, String more) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(100);
        return Histories.of("btn" + name + ".0", at, FIELDS + more, can);
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "queued, low-priority abort",
        "low, normal-priority abort",
        "running, stop expire-lease",
        "export, stop expire-lease",
        "rigid, expire-lease",
        "stopping, force-stop expire-lease",
        "stopped, resume abort delete",
        "exportstopped, abort delete",
        "completed, restart delete",
        "once, delete",
        "failed, retry payload abort delete",
        "retrying, run-now low-priority abort",
        "aborted, retry payload delete",
        "expired, restart delete"
    })
    @DisplayName(
            "S2.15 to S2.21, S3.25, S4.8, S4.12: each status and type has the buttons that its rules allow, and for"
                    + " each of the others the reason")
    void theButtonsOfEachStatus(String job, String acts) {
        Document page = page(job);
        List<String> on = page.select("[data-act]").eachAttr("data-act");
        on.remove("clear-review");
        assertThat(on).containsExactlyInAnyOrder(acts.split(" "));
        assertThat(page.select("#acts-off dt")).hasSizeGreaterThan(5);
        assertThat(page.select("#acts-off dd").eachText()).allMatch(why -> why.length() > 20);
    }

    @Test
    @DisplayName(
            "S4.11, S4.12, S4.13: Stop asks first, and says of a type that cannot go on that it cannot be restarted")
    void stopAsksFirst() {
        Element question = question("export", "stop");
        assertThat(question.text()).contains("A stopped job of this type cannot be restarted");
        assertThat(heard("export")).as("a question is no act").isEmpty();
        assertThat(press("export", question)).isEqualTo(303);
        assertThat(heard("export")).containsExactly(new Act.Stop(id("export")));

        assertThat(question("running", "stop").text()).contains("can be resumed where it left off");
        assertThat(page("exportstopped").selectFirst("#details").text()).contains("cannot be restarted");
        assertThat(question("exportstopped", "delete").text()).contains("cannot be restarted");
        assertThat(page("rigid").selectFirst("#acts-off").text()).contains("jobs of this type cannot be stopped");
    }

    @Test
    @DisplayName(
            "S2.15, S2.16, S2.17: a running job is stopped, a stopping one forced with a warning, a stopped one resumed")
    void stopForceResume() {
        press("running", question("running", "stop"));
        assertThat(heard("running")).containsExactly(new Act.Stop(id("running")));
        Element force = question("stopping", "force-stop");
        assertThat(force.text()).contains("data may become inconsistent");
        press("stopping", force);
        assertThat(heard("stopping")).containsExactly(new Act.ForceStop(id("stopping")));
        send("stopped", "resume");
        assertThat(heard("stopped")).containsExactly(new Act.Resume(id("stopped")));
    }

    @Test
    @DisplayName("S2.18: a stopped job is given up, after a question")
    void aStoppedJobIsGivenUp() {
        Element question = question("given", "abort");
        assertThat(question.text()).contains("will not go on");
        press("given", question);
        assertThat(heard("given")).containsExactly(new Act.Abort(id("given")));
    }

    @Test
    @DisplayName("S2.19: a finished job of a type that allows it is run again")
    void aFinishedJobIsRestarted() {
        send("completed", "restart");
        assertThat(heard("completed")).containsExactly(new Act.Restart(id("completed")));
        assertThat(page("once").selectFirst("#acts-off").text()).contains("jobs of this type run only once");
    }

    @Test
    @DisplayName("S2.20, S2.21: low priority is set and removed")
    void priority() {
        send("queued", "low-priority");
        assertThat(heard("queued")).containsExactly(new Act.SetPriority(id("queued"), Priority.LOW));
        send("low", "normal-priority");
        assertThat(heard("low")).containsExactly(new Act.SetPriority(id("low"), Priority.NORMAL));
    }

    @Test
    @DisplayName(
            "S3.1, S3.5, S3.25: a failed job is put into the queue again, or given up, once its cause is understood")
    void requeueAndAbort() {
        Document failed = page("failed");
        assertThat(failed.selectFirst(".failure").text()).contains("SmtpTimeout", "connect timed out (mx1)");
        assertThat(question("failed", "abort").text()).contains("It can be retried later");
        send("failed", "retry");
        assertThat(heard("failed")).containsExactly(new Act.Retry(id("failed")));
    }

    @Test
    @DisplayName("S4.8, S4.9: an ended job is deleted, and only after a question that says what is lost")
    void deleteAsksFirst() {
        Element question = question("expired", "delete");
        assertThat(question.text()).contains("It leaves every list for good");
        assertThat(heard("expired")).isEmpty();
        press("expired", question);
        assertThat(heard("expired")).containsExactly(new Act.Delete(id("expired")));
        assertThat(page("running").selectFirst("#acts-off").text()).contains("Cannot delete export.module");
    }

    private Document page(String job) {
        return form.page("/jobs/" + id(job));
    }

    private Element question(String job, String act) {
        return form.page(page(job).selectFirst("a[data-act=" + act + "]").attr("href"))
                .selectFirst("form#confirm");
    }

    private int press(String job, Element question) {
        assertThat(question.attr("action")).startsWith("/jobs/" + id(job));
        return form.post(question.attr("action").replaceFirst("\\?.*", ""), Form.fields(question))
                .code();
    }

    private void send(String job, String act) {
        Http.Answer answer = form.send(page(job), "/jobs/" + id(job) + "/" + act, java.util.Map.of());
        assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    }

    private List<Object> heard(String job) {
        return other.heard().stream()
                .<Object>map(CommandMessage::body)
                .filter(body -> body instanceof Act act && act.job().equals(id(job)))
                .toList();
    }

    private static JobId id(String job) {
        return new JobId("btn" + job + ".0");
    }
}
