package dev.penstock.ui.page.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class FlowPagesTest {
    private static final String FLOW = "\"type\":\"flow.send\",\"queue\":\"flow\"";
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void flow() {
        Instant now = Instant.now();
        String slow = "\"type\":\"flow.slow\",\"queue\":\"flow\"";
        new Rows(Installation.current().model())
                .setting(new Setting.Queue("flow", false, "sends", 4, 100, null))
                .setting(Setting.Queue.named("flow-nobodys", ""))
                .setting(Setting.Queue.named("flow-paused", ""))
                .setting(new Setting.Schedule(
                        "flow-nightly",
                        "30 2 * * *",
                        "Europe/Vienna",
                        false,
                        Setting.Schedule.Overlap.SKIP,
                        Setting.Schedule.CatchUp.LATEST,
                        null,
                        NewJob.of("flow.send", Json.EMPTY).bySystem().spec(now)))
                .setting(new Setting.Firings(
                        "flow-nightly", now, now, new JobId("flow1.0"), null, List.of(now.plusSeconds(3_600))))
                .worker("flow-1-4f7q0m2z", now, "flow")
                .worker("flow-2-gone", now.minusSeconds(3_600), "flow")
                .usual("flow.slow", "flow", now, 20_000)
                .job(Histories.queued("flow1.0", now.minusSeconds(50), FLOW + ",\"priority\":\"LOW\""))
                .job(Histories.queued("flow2.0", now.minusSeconds(40), FLOW))
                .job(Histories.queued("flow3.0", now.minusSeconds(30), FLOW))
                .job(Histories.queued("flow4.0", now.minusSeconds(20), FLOW + ",\"priority\":\"HIGH\""))
                .job(Histories.queued(
                        "flow5.0", now.minusSeconds(60), "\"type\":\"flow.send\",\"queue\":\"flow-nobodys\""))
                .job(Histories.queued("flow6.0", now.minusSeconds(2), slow).started("flow-1-4f7q0m2z"))
                .job(Histories.queued("flow7.0", now.minusSeconds(90), slow).started("flow-1-4f7q0m2z"))
                .job(Histories.queued("flow9.0", now.minusSeconds(91), slow).started("flow-1-4f7q0m2z"))
                .job(Histories.queued("flow8.0", now.minusSeconds(95), FLOW).started("flow-2-gone"));
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    @DisplayName(
            "S1.4, S0.20, S1.26: a queue shows its lanes in the order they are served, what comes next in each, and that"
                    + " nobody serves it")
    void queues() {
        Document page = form.page("/queues");
        Element flow = page.selectFirst("#queue-flow");
        assertThat(flow.select("tbody th").eachText()).containsExactly("high", "normal", "low");
        assertThat(flow.select("tbody td.job a").eachAttr("href"))
                .containsExactly("/jobs/flow4.0", "/jobs/flow2.0", "/jobs/flow1.0");
        assertThat(flow.select("tbody td[data-label=Waiting]").eachText()).containsExactly("1", "2", "1");
        assertThat(flow.text()).contains("4 running", "1 worker", "at most");
        assertThat(page.selectFirst("#queue-flow-nobodys").text())
                .contains("No worker", "./penstock worker --queues flow-nobodys");
    }

    @Test
    @DisplayName(
            "Each queue stands in one line: how deep, when drained, how fast, how it waits, and the list behind each number")
    void oneLineEach() {
        Element row = form.page("/queues").select("section:has(#all-queues-title) tbody tr").stream()
                .filter(line -> line.selectFirst("th").text().equals("flow"))
                .findFirst()
                .orElseThrow();
        assertThat(row.selectFirst("[data-label=Running/slots]").text()).matches("\\d+(/\\d+)?");
        String depth = row.selectFirst("[data-label=Depth] a").attr("href");
        int listed = form.page(depth).select("table.rows tbody tr[id]").size();
        assertThat(row.selectFirst("[data-label=Depth]").text()).isEqualTo(String.valueOf(listed));
    }

    @Test
    @DisplayName(
            "S1.4: a queue's own page says who is next in line in each lane, place by place, and what the order is")
    void nextInLine() {
        Document page =
                form.page(form.page("/queues").selectFirst("#queue-flow h2 a").attr("href"));
        assertThat(page.select("section[id^=lane-] h2").eachText())
                .containsExactly("high lane", "normal lane", "low lane");
        Element normal = page.selectFirst("#lane-normal");
        assertThat(normal.select("tbody th").eachText()).containsExactly("1", "2");
        assertThat(normal.select("td.job a").eachAttr("href")).containsExactly("/jobs/flow2.0", "/jobs/flow3.0");
        assertThat(normal.select("td.job .reason").eachText()).containsOnly("since its submission");
        assertThat(page.text()).contains("in the order in which they were put in line", "a window at a time (100)");
        assertThat(page.select("figure.panel h2").eachText()).contains("Creations", "Waiting time", "Queue depth");
        assertThat(page.select("form[action$=/limits], form[action$=/pause]")).hasSize(2);
        assertThat(page.selectFirst("#now-title").parent().text()).contains("served");
        assertThat(new Http(base)
                        .get("/api/v1/queues/flow/line?size=1")
                        .json()
                        .at("/lanes/1/next/0/id")
                        .asText())
                .isEqualTo("flow2.0");
        assertThat(new Http(base).get("/queues/none").code()).isEqualTo(404);
    }

    @Test
    void aQueueIsPausedAndLimited() {
        Document page = form.page("/queues");
        Http.Answer paused = form.send(page, "/queues/flow-paused/pause", java.util.Map.of());
        assertThat(form.follow(paused).selectFirst("#flash").text()).contains("flow-paused is paused");
        assertThat(heard()).contains(new SettingCommand.PauseQueue("flow-paused"));

        Http.Answer wrong = form.send(page, "/queues/flow/limits", java.util.Map.of("maxRunning", "many"));
        assertThat(wrong.code()).isEqualTo(400);
        assertThat(Form.parse(wrong).selectFirst("#queue-flow [role=alert]").text())
                .contains("Running at a time is a whole number or nothing");
        form.send(page, "/queues/flow/limits", java.util.Map.of("maxRunning", "7"));
        assertThat(heard())
                .contains(new SettingCommand.PutQueue(new Setting.Queue("flow", false, "sends", 7, 100, null), false));
    }

    @Test
    @DisplayName(
            "S1.14, S1.23, S1.24, S1.33: locks show their age; stuck and stale ones are marked, and stale ones cleared all at"
                    + " once")
    void locks() {
        Document page = form.page("/workers");
        assertThat(page.selectFirst("#lock-flow7\\.0").text()).contains("stuck: over 3 times", "20.0 s");
        assertThat(page.selectFirst("#lock-flow6\\.0").text()).doesNotContain("stuck", "stale");
        assertThat(page.selectFirst("#lock-flow8\\.0").text()).contains("stale: its worker is gone");

        assertThat(freed(page, "Clear stale locks")).isEqualTo("flow8.0");
        assertThat(heard()).contains(new Act.ExpireLease(new JobId("flow8.0"), 0));
    }

    @Test
    @DisplayName("S1.23: stuck jobs are expired one by one, or all at once, after a question")
    void stuck() {
        Document page = form.page("/workers");
        Element one = page.selectFirst("#lock-flow7\\.0 a[data-act=expire-lease]");
        Element question = form.page(one.attr("href")).selectFirst("form#confirm");
        assertThat(question.text()).contains("which runs again or fails, as its type says");
        form.post("/jobs/flow7.0/expire-lease", Form.fields(question));
        assertThat(heard()).contains(new Act.ExpireLease(new JobId("flow7.0"), 0));

        assertThat(freed(page, "Expire stuck jobs")).contains("flow9.0").doesNotContain("flow6.0", "flow8.0");
        assertThat(heard()).contains(new Act.ExpireLease(new JobId("flow9.0"), 0));
    }

    /** Presses the button for all of a kind, answers its question; ids of the jobs that it named. */
    private String freed(Document page, String button) {
        Element all = page.selectFirst("form[action=/jobs/acts]:has(button:contains(" + button + "))");
        Document question = Form.parse(form.post("/jobs/acts", Form.fields(all) + "&act=expire-lease"));
        assertThat(question.text()).contains("may be done twice");
        Element sure = question.selectFirst("main form[action=/jobs/acts]");
        form.post("/jobs/acts", Form.fields(sure));
        return sure.select("[name=job]").eachAttr("value").stream()
                .map(value -> value.replaceFirst("@.*", ""))
                .filter(id -> id.startsWith("flow"))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    @Test
    @DisplayName(
            "S1.29, S3.8: workers show their state, their slots, the queues they take and the types they know; one can be"
                    + " quieted")
    void workers() {
        Document page = form.page("/workers");
        Element worker = page.selectFirst("#worker-flow-1-4f7q0m2z");
        assertThat(worker.text()).contains("working", "3 of 8 slots", "flow", "email.send");
        assertThat(page.selectFirst("#worker-flow-2-gone").text())
                .contains("silent")
                .doesNotContain("Quiet");
        form.send(page, "/workers/flow-1-4f7q0m2z/quiet", java.util.Map.of());
        assertThat(heard()).contains(new GroupCommand.Quiet("flow-1-4f7q0m2z"));
    }

    @Test
    void schedulesAreShownAndTriggered() {
        Document page = form.page("/schedules");
        Element nightly = page.selectFirst("#schedule-flow-nightly");
        assertThat(nightly.text())
                .contains("flow.send", "30 2 * * *", "Europe/Vienna", "skips while its last job runs");
        assertThat(nightly.select("a[href=/jobs/flow1.0]")).hasSize(1);
        form.send(page, "/schedules/flow-nightly/trigger", java.util.Map.of());
        form.send(page, "/schedules/flow-nightly/pause", java.util.Map.of());
        assertThat(heard())
                .contains(
                        new SettingCommand.TriggerSchedule("flow-nightly"),
                        new SettingCommand.PauseSchedule("flow-nightly", true));
    }

    private List<Object> heard() {
        return other.heard().stream().<Object>map(CommandMessage::body).toList();
    }
}
