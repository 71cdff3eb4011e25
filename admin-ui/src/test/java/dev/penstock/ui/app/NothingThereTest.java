package dev.penstock.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Nothing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Starts without read model and without Kafka, says what is away, and works as each comes. */
@QuarkusTest
@TestProfile(NothingThereTest.Alone.class)
@QuarkusTestResource(value = Nothing.class, restrictToAnnotatedClass = true)
class NothingThereTest {
    /** A start of its own. */
    public static final class Alone implements QuarkusTestProfile {}

    @TestHTTPResource("/")
    URI base;

    @Test
    void it_starts_without_read_model_and_kafka_and_is_ready_when_they_are_there() {
        Http http = new Http(base);

        assertThat(http.get("/q/health/live").code()).isEqualTo(200);
        Http.Answer ready = http.get("/q/health/ready");
        assertThat(ready.code()).isEqualTo(503);
        assertThat(ready.body()).contains("Kafka does not answer").contains("penstock.ui-db.url");

        Http.Answer jobs = http.get("/api/v1/jobs");
        assertThat(jobs.code()).isEqualTo(503);
        assertThat(jobs.header("Content-Type")).startsWith("application/problem+json");

        Nothing.model()
                .execute("CREATE ROLE " + Nothing.model().reader() + " LOGIN PASSWORD '"
                        + Nothing.model().reader() + "'");
        assertThat(http.get("/api/v1/jobs").json().path("detail").asText()).contains("The read model is not there yet");

        Nothing.model().migrate();
        assertThat(http.get("/api/v1/jobs").code()).isEqualTo(200);
        assertThat(http.get("/q/health/ready").body())
                .doesNotContain("penstock projector")
                .contains("Kafka does not answer");

        Http.Answer submitted = http.post("/api/v1/jobs", "{\"type\":\"a.b\"}");
        assertThat(submitted.code()).isEqualTo(503);
        assertThat(submitted.json().path("detail").asText()).contains("Is the broker running");
    }
}
