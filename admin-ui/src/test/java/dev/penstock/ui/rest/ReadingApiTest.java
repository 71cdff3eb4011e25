package dev.penstock.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class ReadingApiTest {
    @TestHTTPResource("/")
    URI base;

    private Http http;

    @BeforeAll
    static void someJobs() {
        Rows rows = new Rows(Installation.current().model());
        for (int i = 0; i < 20; i++) {
            rows.job(Histories.queued(
                    "api%02d.0".formatted(i),
                    Instant.now().minusSeconds(100 - i),
                    "\"type\":\"api.read\",\"queue\":\"api\""));
        }
        rows.job(Histories.queued(
                        "apifail.0",
                        Instant.now().minusSeconds(60),
                        "\"type\":\"api.fail\",\"queue\":\"api\"," + "\"payload\":{\"n\":12345678901234567890}")
                .started("mail-1-4f7q0m2z")
                .failed("mail-1-4f7q0m2z"));
    }

    @BeforeEach
    void client() {
        http = new Http(base);
    }

    @Test
    void a_page_of_jobs_links_to_the_next_and_says_how_far_behind_it_is() {
        Http.Answer first = http.get("/api/v1/jobs?type=api.read&size=15");

        assertThat(first.code()).isEqualTo(200);
        JsonNode page = first.json();
        assertThat(page.path("jobs")).hasSize(15);
        assertThat(page.path("jobs").path(0).path("id").asText()).isEqualTo("api19.0");
        assertThat(page.path("jobs").path(0).path("status").asText()).isEqualTo("QUEUED");
        assertThat(page.path("filter").asText()).isEqualTo("type:api.read");
        assertThat(page.path("matches").path("count").asInt()).isEqualTo(20);
        assertThat(page.path("freshness").path("asOf").asText()).contains("0:");
        assertThat(page.path("freshness").has("behind")).isTrue();
        assertThat(first.header("Penstock-Behind-Ms")).matches("\\d+");
        assertThat(page.has("previous")).isFalse();

        JsonNode next = http.get(path(page, "next")).json();
        assertThat(next.path("jobs")).hasSize(5);
        assertThat(next.has("next")).isFalse();
        assertThat(http.get(path(next, "previous")).json().path("jobs")).hasSize(15);
    }

    private static String path(JsonNode page, String link) {
        URI uri = URI.create(page.path(link).asText());
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Test
    void the_filter_language_and_the_common_parameters_mean_the_same() {
        assertThat(http.get("/api/v1/jobs?q=queue:api%20status:failed").json().path("jobs"))
                .hasSize(1);
        assertThat(http.get("/api/v1/jobs?queue=api&status=Error").json().path("jobs"))
                .hasSize(1);
        assertThat(http.get("/api/v1/jobs?queue=api&from=-1h&to=-1m&text=mx1")
                        .json()
                        .path("filter")
                        .asText())
                .isEqualTo("queue:api created:-1h created:<=-1m mx1");
    }

    @Test
    @DisplayName("S0.16: one job has its attempts with their connection, its history, and its payload as it was sent")
    void one_job() {
        Http.Answer answer = http.get("/api/v1/jobs/apifail.0");

        assertThat(answer.body()).contains("12345678901234567890");
        JsonNode job = answer.json().path("job");
        assertThat(job.path("attempts").path(0).path("delivery").path("topic").asText())
                .isEqualTo("jobs.work.api.normal");
        assertThat(job.path("attempts").path(0).path("failure").path("stack").asText())
                .isEqualTo(Histories.STACK);
        assertThat(job.path("history")).hasSize(4);
        assertThat(job.path("history").path(0).path("event").asText()).isEqualTo("JobSubmitted");
        assertThat(answer.json().path("freshness").has("asOf")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"queues, queues", "workers, workers", "statistics, statistics", "logs, lines", "settings, types"})
    void every_other_answer_says_how_far_behind_it_is(String path, String field) {
        Http.Answer answer = http.get("/api/v1/" + path);

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.json().has(field)).isTrue();
        assertThat(answer.json().path("freshness").has("asOf")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "jobs?q=status:broken            | 400 | is no status",
                "jobs?q=colour:red               | 400 | There is no key",
                "jobs?status=broken              | 400 | is no status",
                "jobs?from=yesterday             | 400 | is no time",
                "jobs?size=17                    | 400 | 15, 50 or 100",
                "jobs?sort=name                  | 400 | sorted by created",
                "jobs?after=nonsense             | 400 | no place in the list",
                "jobs/nobody.0                   | 404 | There is no job nobody.0",
                "jobs/not%20an%20id              | 404 | There is no job",
                "nothing                         | 404 | nothing at this address",
                "statistics?from=2026-99-99      | 400 | is no moment",
                "statistics?step=PT1S            | 400 | whole minutes",
                "statistics?from=2020-01-01T00:00:00Z&step=PT1M | 400 | points",
                "logs?level=loud                 | 400 | is no level",
                "logs?after=x                    | 400 | no place in the log"
            })
    void every_mistake_is_a_problem_with_a_sentence(String path, int code, String sentence) {
        Http.Answer answer = http.get("/api/v1/" + path.strip());

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).contains(sentence);
    }

    @Test
    void a_mistake_in_a_filter_has_its_position() {
        JsonNode problem = http.get("/api/v1/jobs?q=queue:api%20status:broken").json();
        assertThat(problem.path("field").asText()).isEqualTo("q");
        assertThat(problem.path("position").asInt()).isEqualTo(17);
        assertThat(problem.path("length").asInt()).isEqualTo(6);

        assertThat(http.get("/api/v1/jobs?status=failed,broken")
                        .json()
                        .path("position")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    @DisplayName("S0.25: connections are shown with secrets masked")
    void connections_are_shown_with_secrets_masked() {
        Http.Answer answer = http.get("/api/v1/settings");
        String password = Installation.current().model().reader();

        assertThat(answer.json().path("connections").path(0).path("name").asText())
                .isEqualTo("Kafka");
        assertThat(answer.body()).contains("bootstrap.servers").contains("••••");
        assertThat(answer.json().path("connections").path(1).path("properties").toString())
                .doesNotContain("\"value\":\"" + password + "\"},{\"name\":\"schema\"");
    }

    @Test
    void the_api_describes_itself() {
        assertThat(http.get("/q/openapi?format=json").json().path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/jobs",
                        "/api/v1/jobs/{id}",
                        "/api/v1/jobs/{id}/stop",
                        "/api/v1/jobs/{id}/force-stop",
                        "/api/v1/jobs/{id}/resume",
                        "/api/v1/jobs/{id}/abort",
                        "/api/v1/jobs/{id}/retry",
                        "/api/v1/jobs/{id}/restart",
                        "/api/v1/jobs/{id}/run-now",
                        "/api/v1/jobs/{id}/priority",
                        "/api/v1/jobs/{id}/payload",
                        "/api/v1/jobs/{id}/expire-lease",
                        "/api/v1/jobs/{id}/clear-review",
                        "/api/v1/queues/{queue}",
                        "/api/v1/queues/{queue}/pause",
                        "/api/v1/queues/{queue}/resume",
                        "/api/v1/workers/{worker}/quiet",
                        "/api/v1/queues",
                        "/api/v1/workers",
                        "/api/v1/workers/{worker}",
                        "/api/v1/logs",
                        "/api/v1/settings",
                        "/api/v1/statistics");
    }
}
