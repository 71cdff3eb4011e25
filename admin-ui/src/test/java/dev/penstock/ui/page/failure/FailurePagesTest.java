package dev.penstock.ui.page.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.job.JobId;
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
import java.time.Duration;
import java.time.Instant;
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
class FailurePagesTest {
    private final OtherSide other = Installation.current().otherSide();

    @TestHTTPResource
    URI base;

    private Form form;

    @BeforeAll
    static void failures() {
        Instant now = Instant.now();
        Rows rows = new Rows(Installation.current().model())
                .worker("groups-1-x", now, "groups")
                .worker("groups-2-x", now, "groups")
                .failure("groups-smtp", now, 312, 6, "groups-1-x")
                .failure("groups-muted", now, 7, 0, "groups-1-x")
                .failure("groups-resolved", now, 5, 0, "groups-1-x")
                .failure("groups-back", now, 9, 0, "groups-1-x");
        verdict("groups-muted", "muted_at, muted_until, muted_by", "now(), now() + interval '1 day', 'user:ana'");
        verdict(
                "groups-resolved",
                "resolved_at, resolved_by, resolve_reason",
                "now() + interval '1 hour', 'user:ben', 'mx1'");
        verdict("groups-back", "resolved_at, resolved_by", "now() - interval '1 hour', 'user:ben'");
        Installation.current()
                .model()
                .execute("INSERT INTO worker_build VALUES ('groups-2-x', '1.8.3', now()) ON CONFLICT DO NOTHING");
        for (int i = 1; i <= 6; i++) {
            String id = "groups" + i + ".0";
            rows.job(Histories.queued(id, now.minusSeconds(100 - i), "\"type\":\"groups.send\",\"queue\":\"groups\"")
                    .started("groups-1-x")
                    .failed("groups-1-x"));
            Installation.current().model().execute("UPDATE job SET error_fingerprint = 'groups-smtp' WHERE id = ?", id);
        }
    }

    private static void verdict(String fingerprint, String columns, String values) {
        Installation.current()
                .model()
                .execute("INSERT INTO failure_verdict (fingerprint, " + columns
                        + ", log_partition, log_offset) VALUES ('" + fingerprint + "', " + values + ", 0, 0)");
    }

    @BeforeEach
    void open() {
        form = new Form(base);
    }

    @Test
    @DisplayName(
            "S1.22: failures of one cause are one group, with what stands out and the jobs that wait because of it")
    void groups() {
        Element group = form.page("/failures").selectFirst("#failure-groups-smtp");
        assertThat(group.text())
                .contains("SmtpTimeout: connect timed out (<>)", "312 failed attempts in the last 24 hours")
                .contains("6 failed jobs", "311 transient, 1 permanent", "email.send 312", "groups-1-x 312", "1.8.2")
                .contains("All on worker groups-1-x", "Only with build 1.8.2");
        assertThat(group.select("svg.sparkline path.line")).hasSize(1);
        assertThat(group.select("a:contains(6 failed jobs)").attr("href"))
                .isEqualTo("/jobs?q=failure:groups-smtp+status:failed");
        Document jobs = form.page("/jobs?q=failure:groups-smtp+status:failed");
        assertThat(jobs.select("tbody tr td.job")).hasSize(6);
    }

    @Test
    void mutedAndResolvedGroupsAreHiddenAndOneThatComesBackIsNot() {
        Document open = form.page("/failures");
        assertThat(open.select("#failure-groups-muted, #failure-groups-resolved"))
                .isEmpty();
        assertThat(open.selectFirst("#failure-groups-back").text()).contains("has come back", "by ben");
        Document all = form.page("/failures?show=all");
        assertThat(all.selectFirst("#failure-groups-muted").text()).contains("muted until", "by ana", "Show again");
        assertThat(all.selectFirst("#failure-groups-resolved").text())
                .contains("resolved", "by ben", "mx1")
                .doesNotContain("Mark resolved");
    }

    @Test
    void aGroupIsMutedShownAgainAndResolvedByCommandsInTheLog() {
        Document page = form.page("/failures/groups-smtp");
        Http.Answer muted = form.send(page, "/failures/groups-smtp/mute", Map.of("for", "7d", "reason", "known"));
        assertThat(form.follow(muted).selectFirst("#flash").text()).contains("Muted for 7 d");
        form.send(page, "/failures/groups-smtp/resolve", Map.of("reason", "mx1 is fixed"));
        form.send(form.page("/failures/groups-muted"), "/failures/groups-muted/unmute", Map.of());
        assertThat(heard())
                .contains(
                        new GroupCommand.Mute("groups-smtp", Duration.ofDays(7)),
                        new GroupCommand.Resolve("groups-smtp"),
                        new GroupCommand.Mute("groups-muted", Duration.ofMillis(1)));
        assertThat(other.heard()).extracting(CommandMessage::reason).contains("known", "mx1 is fixed");
    }

    @Test
    void fiveAreRetriedAsATrialAndThePageTellsWhatBecameOfThem() {
        Element group = form.page("/failures").selectFirst("#failure-groups-smtp");
        assertThat(group.text()).contains("Retry all 6");
        Document question = form.page(group.select("a:contains(as a trial)").attr("href"));
        assertThat(question.text()).contains("Retry 5 jobs");
        Element sure = question.selectFirst("main form[action=/jobs/acts]");
        Http.Answer done = form.post("/jobs/acts", Form.fields(sure) + "&act=retry");
        Document after = form.follow(done);
        assertThat(after.selectFirst("#trial").text()).contains("0 of 5 completed");
        assertThat(after.select("#trial tbody tr")).hasSize(5);
        assertThat(heard()).contains(new Act.Retry(new JobId("groups6.0")));
    }

    @Test
    void theJobLinksToItsGroupAndTheApiTellsTheSame() {
        Element failure = form.page("/jobs/groups1.0").selectFirst("#details .failure");
        assertThat(failure.select("a[href=/failures/groups-smtp]").text())
                .isEqualTo("Same cause: 312 failed attempts, 6 failed jobs");
        Http http = new Http(base);
        JsonNode one = http.get("/api/v1/failures/groups-smtp").json().path("group");
        assertThat(one.at("/counts/attempts").asLong()).isEqualTo(312);
        assertThat(one.path("state").asText()).isEqualTo("OPEN");
        JsonNode all = http.get("/api/v1/failures?show=all").json().path("failures");
        assertThat(all.path("groups").findValuesAsText("fingerprint"))
                .contains("groups-smtp", "groups-muted", "groups-resolved");
        assertThat(http.get("/api/v1/failures?span=2h").code()).isEqualTo(400);
        assertThat(http.get("/api/v1/failures/none").code()).isEqualTo(404);
        assertThat(http.get("/failures/none").code()).isEqualTo(404);
    }

    private List<Object> heard() {
        return other.heard().stream().<Object>map(CommandMessage::body).toList();
    }
}
