package dev.penstock.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class JobActsApiTest {
    private static final JobId JOB = new JobId("acts1.0");
    private final OtherSide otherSide = Installation.current().otherSide();

    @TestHTTPResource("/")
    URI base;

    private Http http;

    @BeforeAll
    static void somebodyAnswers() {
        new Rows(Installation.current().model())
                .setting(new Setting.Queue("acts", true, "sends", null, 100, null))
                .job(Histories.queued("acts2.0", Instant.now(), "\"type\":\"acts.send\",\"queue\":\"acts\"")
                        .started("acts-1"));
    }

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of("stop", new Act.Stop(JOB)),
                Arguments.of("force-stop", new Act.ForceStop(JOB)),
                Arguments.of("resume", new Act.Resume(JOB)),
                Arguments.of("abort", new Act.Abort(JOB)),
                Arguments.of("retry", new Act.Retry(JOB)),
                Arguments.of("restart", new Act.Restart(JOB)),
                Arguments.of("clear-review", new Act.ClearReview(JOB)));
    }

    @DisplayName(
            "S2.15, S2.16, S2.17, S2.18, S2.19, S3.5, S3.25: each act has an address; it is signed, carries reason and"
                    + " version, and is answered when its outcome can be seen")
    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void eachActHasAnAddress(String word, Act act) {
        Http.Answer answer =
                http.post("/api/v1/jobs/" + JOB + "/" + word, "{\"reason\":\"it is time\",\"ifVersion\":4}");

        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        CommandMessage sent = otherSide.heard(answer);
        assertThat(sent.body()).isEqualTo(act);
        assertThat(sent.reason()).isEqualTo("it is time");
        assertThat(sent.ifVersion()).isEqualTo(4);
    }

    @Test
    @DisplayName("S2.20, S2.21: low priority is set and removed")
    void priority() {
        assertThat(done("priority", "{\"priority\":\"LOW\"}")).isEqualTo(new Act.SetPriority(JOB, Priority.LOW));
        assertThat(done("priority", "{\"priority\":\"NORMAL\"}")).isEqualTo(new Act.SetPriority(JOB, Priority.NORMAL));
        assertThat(http.post("/api/v1/jobs/acts1.0/priority", "{}").code()).isEqualTo(400);
        assertThat(http.post("/api/v1/jobs/acts1.0/priority", "{\"priority\":\"URGENT\"}")
                        .code())
                .isEqualTo(400);
    }

    @Test
    void anotherPayloadIsSentAsItIsWritten() {
        assertThat(done("payload", "{\"payload\":{\"to\": \"ana\", \"n\":12345678901234567890}}"))
                .isEqualTo(new Act.EditPayload(JOB, new Json("{\"to\":\"ana\",\"n\":12345678901234567890}")));
        assertThat(http.post("/api/v1/jobs/acts1.0/payload", "{}").code()).isEqualTo(400);
    }

    @Test
    @DisplayName("S1.14, S1.23: the lease that is in force is expired, or the one that was seen")
    void aLeaseIsExpired() {
        Http.Answer present = http.post("/api/v1/jobs/acts2.0/expire-lease", "");
        assertThat(otherSide.heard(present).body()).isEqualTo(new Act.ExpireLease(new JobId("acts2.0"), 0));
        assertThat(done("expire-lease", "{\"lease\":7}")).isEqualTo(new Act.ExpireLease(JOB, 7));
    }

    @Test
    void aQueueIsPausedResumedAndLimited() {
        Http.Answer limits = http.put("/api/v1/queues/acts", "{\"maxRunning\":4,\"maxRunningPerRoot\":2}");
        assertThat(otherSide.heard(limits).body())
                .isEqualTo(new SettingCommand.PutQueue(new Setting.Queue("acts", true, "sends", 4, 100, 2), false));
        Http.Answer pause = http.post("/api/v1/queues/acts/pause", "{\"reason\":\"mx1 is down\"}");
        assertThat(otherSide.heard(pause).body()).isEqualTo(new SettingCommand.PauseQueue("acts"));
        assertThat(otherSide.heard(pause).reason()).isEqualTo("mx1 is down");
        assertThat(otherSide.heard(http.post("/api/v1/queues/acts/resume", "")).body())
                .isEqualTo(new SettingCommand.ResumeQueue("acts"));

        assertThat(http.put("/api/v1/queues/acts", "{\"maxRunning\":0}")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("maxRunning is at least 1, not 0");
        assertThat(http.put("/api/v1/queues/nobodys", "{\"maxRunning\":1}").code())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("S4.4: a schedule is declared with what it submits and when; what cannot be read is said")
    void aScheduleIsDeclared() {
        Http.Answer answer = http.put(
                "/api/v1/schedules/acts-nightly",
                "{\"cron\":\"30 2 * * *\",\"zone\":\"Europe/Vienna\",\"spec\":{\"type\":\"acts.send\"}}");
        Setting.Schedule sent =
                ((SettingCommand.PutSchedule) otherSide.heard(answer).body()).schedule();
        assertThat(sent).isEqualTo(Setting.Schedule.of("acts-nightly", "30 2 * * *", "Europe/Vienna", sent.spec()));
        assertThat(sent.spec().type()).isEqualTo("acts.send");

        assertThat(http.put("/api/v1/schedules/acts-nightly", "{\"cron\":\"@hourly\"}")
                        .json()
                        .path("detail")
                        .asText())
                .contains("needs cron and spec");
        Http.Answer wrong = http.put("/api/v1/schedules/acts-nightly", "{\"cron\":[1]}");
        assertThat(wrong.code()).isEqualTo(400);
        assertThat(wrong.json().path("detail").asText()).contains("The body cannot be read");
    }

    @Test
    void aWorkerIsQuieted() {
        assertThat(otherSide
                        .heard(http.post("/api/v1/workers/mail-1-4f7q0m2z/quiet", ""))
                        .body())
                .isEqualTo(new GroupCommand.Quiet("mail-1-4f7q0m2z"));
    }

    private Command done(String word, String body) {
        Http.Answer answer = http.post("/api/v1/jobs/" + JOB + "/" + word, body);
        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        return otherSide.heard(answer).body();
    }
}
