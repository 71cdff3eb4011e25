package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
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
import org.junit.jupiter.api.Test;

/** Ticked rows: the question, a command for each, and an answer that says which were refused and why. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class BulkPageTest {
    private static final String WORKER = "bulk-1-4f7q0m2z";
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void jobs() {
        Rows rows = new Rows(Installation.current().model());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (String id : List.of("bulka.0", "bulkb.0", "bulkc.0", "bulkd.0", "refusebulk.0", "slowbulk.0")) {
            rows.job(Histories.queued(id, now.minusSeconds(60), "\"type\":\"bulk.send\",\"queue\":\"bulk\"")
                    .started(WORKER)
                    .failed(WORKER));
        }
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    void tickedJobsAreRetriedEachByACommandWithAnIdOfItsOwn() {
        Document question = ticked("retry", "bulka.0", "bulkb.0");
        assertThat(question.selectFirst("h1").text()).isEqualTo("Retry 2 jobs?");
        assertThat(heard("bulka.0")).isEmpty();

        Element sure = question.selectFirst("main form[action=/jobs/acts]");
        Http.Answer answer = form.post("/jobs/acts", Form.fields(sure).replace("reason=", "reason=mx1+is+back"));
        assertThat(answer.code()).isEqualTo(303);
        assertThat(form.follow(answer).selectFirst("#flash").text()).contains("2 jobs in the queue again");
        CommandMessage first = heard("bulka.0").getFirst();
        assertThat(first.body()).isInstanceOf(Act.Retry.class);
        assertThat(first.reason()).isEqualTo("mx1 is back");
        assertThat(first.ifVersion()).isNotNull();
        assertThat(heard("bulkb.0").getFirst().id()).isNotEqualTo(first.id());

        form.post("/jobs/acts", Form.fields(sure));
        assertThat(heard("bulka.0")).as("the same form again").hasSize(1);
    }

    @Test
    void whatIsRefusedIsNamedWithTheReasonAndTheRestIsDone() {
        Document question = ticked("delete", "bulkc.0", "bulkd.0");
        assertThat(question.select("button.button-danger").text()).isEqualTo("Delete 2 jobs");
        Element sure =
                ticked("retry", "bulkc.0", "refusebulk.0", "slowbulk.0").selectFirst("main form[action=/jobs/acts]");
        Http.Answer answer = form.post("/jobs/acts", Form.fields(sure));
        assertThat(answer.code()).isEqualTo(200);
        Document page = Form.parse(answer);
        assertThat(page.selectFirst("h1").text()).isEqualTo("1 of 3 jobs in the queue again");
        assertThat(page.select("tbody tr").eachText())
                .satisfiesExactly(
                        row -> assertThat(row).contains("Refused", OtherSide.REFUSAL),
                        row -> assertThat(row).contains("Waiting", "waits for its turn"));
    }

    @Test
    void onlyTickedRowsAndOnlySomeActs() {
        Document list = form.page("/jobs");
        String token = list.selectFirst("[name=csrf]").val();
        Http.Answer none = form.post("/jobs/acts", "act=retry&csrf=" + token + "&back=/jobs");
        assertThat(form.follow(none).selectFirst("#flash").text()).contains("No job was ticked");
        assertThat(form.post("/jobs/acts", "act=explode&job=bulka.0&csrf=" + token)
                        .code())
                .isEqualTo(400);
        assertThat(form.post("/jobs/acts", "act=retry&job=bulka.0").code()).isEqualTo(403);
        StringBuilder many = new StringBuilder("act=retry&csrf=" + token);
        for (int i = 0; i <= 100; i++) {
            many.append("&job=m").append(i).append(".0");
        }
        assertThat(form.post("/jobs/acts", many.toString()).code()).isEqualTo(400);
    }

    @Test
    void whoDeletesAJobOnItsOwnPageIsLedBackToTheListItCameFrom() {
        new Rows(Installation.current().model())
                .job(Histories.queued("gone.0", Instant.now(), "\"type\":\"gone.send\",\"queue\":\"bulk\"")
                        .started(WORKER)
                        .failed(WORKER));
        Element ask = form.page("/jobs/gone.0/delete?back=/jobs/gone.0?in=type:gone.send")
                .selectFirst("form#confirm");
        Http.Answer answer = form.post("/jobs/gone.0/delete", Form.fields(ask), "HX-Request", "true");
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/jobs?q=type:gone.send");
        assertThat(form.post("/jobs/gone.0/delete", Form.fields(ask)).header("Location"))
                .endsWith("/jobs?q=type:gone.send");
    }

    /** The question that follows when these rows are ticked. */
    private Document ticked(String act, String... jobs) {
        Element list = form.page("/jobs?q=type:bulk.send").selectFirst("form[action=/jobs/acts]");
        StringBuilder body = new StringBuilder(Form.fields(list, "key", "csrf", "back") + "&act=" + act);
        for (String job : jobs) {
            body.append("&job=")
                    .append(list.selectFirst("[name=job][value^=" + job + "@]").val());
        }
        return Form.parse(form.post("/jobs/acts", body.toString()));
    }

    private List<CommandMessage> heard(String job) {
        return other.heard().stream()
                .filter(message ->
                        message.body() instanceof Act act && act.job().value().equals(job))
                .toList();
    }
}
