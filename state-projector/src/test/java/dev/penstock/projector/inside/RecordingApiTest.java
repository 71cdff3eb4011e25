package dev.penstock.projector.inside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.testing.replay.Recording;
import dev.penstock.api.wire.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Recordings of jobs over HTTP, of the projector as it runs. */
@QuarkusTest
@QuarkusTestResource(Around.class)
class RecordingApiTest {
    private static final String PATH = "/internal/recordings";

    @TestHTTPResource(PATH)
    URI address;

    @Test
    void aRecordingHasEachAttemptWithItsPayloadInTheClearAndItsEnd() throws Exception {
        Recording recording = Wire.read(asked(200, "r1.0").getBytes(StandardCharsets.UTF_8), Recording.class);
        assertThat(recording.type()).isEqualTo("pay.card");
        assertThat(recording.attempts()).hasSize(1);
        assertThat(recording.toString()).contains("open-sesame-77", "was refused");
    }

    @Test
    void whatCannotBeAnsweredIsASentence() throws Exception {
        assertThat(sentence(404, "r99.0")).isEqualTo("The log has no job r99.0, or it was deleted.");
        assertThat(sentence(400, "r 1")).isEqualTo("That is no job's id.");
        assertThat(Around.call("POST", address, "{}", Around.token("POST " + PATH, "{}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Around.call("POST", address, "r1.0", Around.token("POST " + PATH, "r1.0"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyIsAnsweredWhoDoesNotSign() throws Exception {
        String body = "{\"job\":\"r1.0\"}";
        for (String token : new String[] {"", "Bearer x", Around.token("POST /internal/sql", body)}) {
            HttpResponse<String> answer = Around.call("POST", address, body, token);
            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("sesame");
        }
    }

    private String sentence(int code, String job) throws Exception {
        JsonNode said = Wire.mapper().readTree(asked(code, job));
        return said.path("sentence").asText();
    }

    private String asked(int code, String job) throws Exception {
        String body = "{\"job\":\"" + job + "\"}";
        HttpResponse<String> answer = Around.call("POST", address, body, Around.token("POST " + PATH, body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code);
        return answer.body();
    }
}
