package dev.penstock.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Submit;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class ActingApiTest {
    private final OtherSide otherSide = Installation.current().otherSide();

    @TestHTTPResource("/")
    URI base;

    private Http http;

    @BeforeAll
    static void somebodyAnswers() {
        new Rows(Installation.current().model())
                .setting(Setting.Queue.named("default", ""))
                .setting(Setting.Queue.named("mail", ""))
                .setting(new Setting.Type("act.send", "", "mail", JobPolicy.DEFAULT, Map.of()))
                .setting(new Setting.Template("act.mail", "Hello", "Your code is {code}"));
    }

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    @Test
    void a_submitted_job_is_answered_with_its_id_and_place_once_it_can_be_seen() {
        Http.Answer answer = http.post(
                "/api/v1/jobs",
                "{\"type\":\"act.send\",\"queue\":\"mail\",\"runBy\":\"ana\",\"payload\":{\"to\":\"ana@example.org\"}}");

        assertThat(answer.code()).as(answer.body()).isEqualTo(201);
        String id = answer.json().path("job").asText();
        assertThat(answer.header("Location")).endsWith("/api/v1/jobs/" + id);
        Submit sent = (Submit) otherSide.heard(answer).body();
        assertThat(sent.job()).hasToString(id);
        assertThat(sent.spec().payload().text()).isEqualTo("{\"to\":\"ana@example.org\"}");
        assertThat(sent.spec().runBy()).isEqualTo("ana");
    }

    @Test
    void a_job_that_names_no_queue_is_left_to_its_type() {
        Http.Answer answer = http.post("/api/v1/jobs", "{\"type\":\"act.send\"}");

        assertThat(answer.code()).as(answer.body()).isEqualTo(201);
        assertThat(((Submit) otherSide.heard(answer).body()).spec().namesQueue())
                .isFalse();
    }

    @Test
    void the_same_idempotency_key_answers_with_the_first_job() {
        String body = "{\"type\":\"act.send\",\"queue\":\"mail\"}";
        Http.Answer first = http.post("/api/v1/jobs", body, "Idempotency-Key", "order-17");
        Http.Answer second = http.post("/api/v1/jobs", body, "Idempotency-Key", "order-17");

        assertThat(first.code()).isEqualTo(201);
        assertThat(second.code()).isEqualTo(200);
        assertThat(second.json().path("result").asText()).isEqualTo("ignored");
        assertThat(second.json().path("job")).isEqualTo(first.json().path("job"));
    }

    @Test
    void what_cannot_be_seen_in_time_is_accepted_and_waits() {
        Http.Answer answer = http.post("/api/v1/jobs", "{\"type\":\"act.send\",\"job\":\"slow1.0\"}");

        assertThat(answer.code()).isEqualTo(202);
        assertThat(answer.json().path("result").asText()).isEqualTo("waiting");
        assertThat(answer.json().path("sentence").asText()).contains("slow1.0").contains("waits");
    }

    @Test
    @DisplayName(
            "S0.17: a retry is signed, carries the version that was seen, and is answered when its event is visible")
    void a_retry_is_signed_and_answered() {
        Http.Answer answer = http.post("/api/v1/jobs/retry1.0/retry", "{\"reason\":\"mx1 is fixed\",\"ifVersion\":4}");

        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("result").asText()).isEqualTo("done");
        CommandMessage sent = otherSide.heard(answer);
        assertThat(sent.body()).isInstanceOf(Act.Retry.class);
        assertThat(sent.ifVersion()).isEqualTo(4);
        assertThat(sent.reason()).isEqualTo("mx1 is fixed");
        assertThat(sent.token()).startsWith("ui.");
        assertThat(http.post("/api/v1/jobs/retry2.0/retry", "").code()).isEqualTo(200);
    }

    @Test
    @DisplayName("S0.18: a delete is sent and answered")
    void a_delete_is_answered() {
        Http.Answer answer = http.delete("/api/v1/jobs/gone1.0?reason=not%20needed&ifVersion=3");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(otherSide.heard(answer).body()).isInstanceOf(Act.Delete.class);
        assertThat(otherSide.heard(answer).reason()).isEqualTo("not needed");
    }

    @Test
    void a_refusal_is_told_in_the_rules_own_sentence() {
        Http.Answer answer = http.post("/api/v1/jobs/refuse.0/retry", "");

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isEqualTo(OtherSide.REFUSAL);
    }

    @Test
    void an_act_that_nobody_knows_is_not_found() {
        assertThat(http.post("/api/v1/jobs/a.0/explode", "")
                        .json()
                        .path("detail")
                        .asText())
                .contains("There is no act \"explode\"");
        assertThat(http.post("/api/v1/jobs/no%20id/retry", "").code()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "not json                                             | 400 | body    | not well-formed JSON",
                "[1]                                                  | 400 | body    | ",
                "{}                                                   | 400 | type    | names no job type",
                "{\"type\":\"a b\"}                                   | 400 | type    | a job type is made of letters",
                "{\"type\":\"act.send\",\"queue\":\"emials\"}         | 400 | queue   | Known ones are",
                "{\"type\":\"act.send\",\"runAt\":\"tomorrow\"}       | 400 | runAt   | ",
                "{\"type\":\"act.send\",\"runAt\":\"9999-01-01T00:00:00Z\"} | 400 | runAt | days ahead",
                "{\"type\":\"act.send\",\"priority\":\"URGENT\"}      | 400 | priority | URGENT",
                "{\"type\":\"act.send\",\"job\":\"no id\"}            | 400 | job     | A job id is",
                "{\"type\":\"act.send\",\"parent\":\"a.0\"}           | 400 | parent  | Children are created",
                "{\"type\":\"act.send\",\"v\":99}                     | 400 | body    | schema version of the future"
            })
    void bad_input_names_the_field_and_says_what_to_do(String body, int code, String field, String sentence) {
        Http.Answer answer = http.post("/api/v1/jobs", body.strip());

        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(answer.json().path("detail").asText())
                .contains(sentence == null ? "" : sentence.replace("of the future", "99"));
    }

    @Test
    void an_unknown_queue_is_answered_with_the_known_ones() {
        JsonNode problem = http.post("/api/v1/jobs", "{\"type\":\"act.send\",\"queue\":\"emials\"}")
                .json();
        assertThat(problem.path("known")).extracting(JsonNode::asText).contains("default", "mail");
        assertThat(problem.path("detail").asText()).contains("./penstock worker --queues emials");
    }

    @Test
    @DisplayName("A1: a payload over 256 KB is refused before it is sent")
    void a_large_payload_is_refused() {
        Http.Answer payload =
                http.post("/api/v1/jobs", "{\"type\":\"act.send\",\"payload\":\"" + "x".repeat(256 * 1024) + "\"}");
        assertThat(payload.code()).isEqualTo(413);
        assertThat(payload.json().path("field").asText()).isEqualTo("payload");
        assertThat(payload.json().path("detail").asText()).contains("at most 262144");

        Http.Answer body = http.post("/api/v1/jobs", "x".repeat(2 << 20));
        assertThat(body.code()).isEqualTo(413);
        assertThat(body.json().path("detail").asText()).contains("256 KB");
    }

    @Test
    @DisplayName("S0.25: a policy is changed by a command with the next version")
    void a_policy_is_changed() {
        String form = "{\"version\":0,\"maxAttempts\":3,\"timeout\":30000,"
                + "\"backoff\":{\"first\":2000,\"factor\":2,\"max\":60000,\"jitter\":0.1},\"reason\":\"slow relay\","
                + "\"onExhausted\":\"ABORTED\",\"deleteAfter\":86400000}";
        Http.Answer answer = http.put("/api/v1/settings/types/act.send", form);

        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        JobPolicy sent = ((SettingCommand.PutPolicy) otherSide.heard(answer).body())
                .type()
                .policy();
        assertThat(sent.version()).isEqualTo(1);
        assertThat(sent.maxAttempts()).isEqualTo(3);
        assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sent.backoff().first()).isEqualTo(Duration.ofSeconds(2));
        assertThat(sent.onExhausted()).isEqualTo(JobPolicy.OnExhausted.ABORTED);
        assertThat(sent.onLeaseLost()).as("absent: as it was").isEqualTo(JobPolicy.DEFAULT.onLeaseLost());
        assertThat(sent.deleteAfter()).isEqualTo(Duration.ofDays(1));

        Http.Answer again = http.put("/api/v1/settings/types/act.send", form);
        assertThat(again.code()).isEqualTo(409);
        assertThat(again.json().path("detail").asText()).contains("has changed since you looked");
        assertThat(http.put(
                                "/api/v1/settings/types/act.send",
                                form.replace("\"maxAttempts\":3", "\"maxAttempts\":0")
                                        .replace("\"version\":0", "\"version\":1"))
                        .json()
                        .path("detail")
                        .asText())
                .contains("maxAttempts is at least 1");
        assertThat(http.put("/api/v1/settings/types/nobody", form).code()).isEqualTo(400);
        assertThat(http.put("/api/v1/settings/types/act.send", "{}").code()).isEqualTo(400);
    }

    @Test
    @DisplayName("S0.26: a template is changed by a command")
    void a_template_is_changed() {
        Http.Answer answer =
                http.put("/api/v1/settings/templates/act.mail", "{\"subject\":\"Hi\",\"body\":\"Code: {code}\"}");

        assertThat(answer.code()).as(answer.body()).isEqualTo(200);
        assertThat(((SettingCommand.PutTemplate) otherSide.heard(answer).body())
                        .template()
                        .body())
                .isEqualTo("Code: {code}");
    }
}
