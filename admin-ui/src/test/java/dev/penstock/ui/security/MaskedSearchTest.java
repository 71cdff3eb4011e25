package dev.penstock.ui.security;

import static dev.penstock.ui.security.Secrets.JOB;
import static dev.penstock.ui.security.Secrets.MANY;
import static dev.penstock.ui.security.Secrets.MARK;
import static dev.penstock.ui.security.Secrets.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.ui.filter.AsOf;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looks for a job's secrets by searching for them. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class MaskedSearchTest {
    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeAll
    static void secrets() {
        Secrets.writeOnce(Installation.current().model());
    }

    @BeforeEach
    void open() {
        http = new Http(base);
    }

    @Test
    void nobodyFindsASecretInALogBySearchingForItsParts() {
        assertThat(http.get("/api/v1/jobs/" + JOB + "/log?text=bank").json().at("/lines"))
                .hasSize(1);
        assertThat(http.get("/api/v1/jobs/" + JOB + "/log?text=4111-S").json().at("/lines"))
                .isEmpty();
        assertThat(http.get("/api/v1/logs?text=4111-S&level=info").json().at("/lines"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    error:refused                  | covered1.0
                    error:"BANK refused"           | covered1.0
                    error:bank*                    | covered1.0
                    refused                        | covered1.0
                    error:4111-S                   |
                    error:"refused 4"              |
                    error:"password=h"             |
                    error:"bank refused 4"*        |
                    "refused 4"                    |
                    error:"of ana"                 | covered1.0
                    -error:4111-S                  | covered2.0 covered1.0
                    -error:"of ana"                | covered2.0
                    -"refused 4"                   | covered2.0 covered1.0
                    log:"bank refused"             | covered1.0
                    log:"logging in with"          | covered1.0
                    log:hunter                     |
                    log:"with hun"*                |
                    -log:hunter                    | covered2.0 covered1.0
                    """)
    void nobodyFindsASecretByFilteringJobs(String filter, String jobs) {
        String q = "?q=" + URLEncoder.encode("type:cover.card " + filter, StandardCharsets.UTF_8);
        JsonNode list = http.get("/api/v1/jobs" + q).json();
        List<String> found = jobs == null ? List.of() : List.of(jobs.split(" ", -1));
        assertThat(list.path("jobs").findValuesAsText("id")).isEqualTo(found);
        assertThat(Form.parse(http.get("/jobs" + q)).select("tbody .tick input[name=job]"))
                .hasSameSizeAs(found);
        if (!filter.contains("log:")) {
            JsonNode past = http.get("/api/v1/jobs" + q + "&at=" + AsOf.print(Instant.now()))
                    .json();
            assertThat(past.path("jobs").findValuesAsText("id")).as("as of now").isEqualTo(found);
        }
    }

    /** More of them than a search looks at one by one would tell by how far it went back. */
    @ParameterizedTest
    @CsvSource({"error:", "log:", "-error:", "-log:", "''"})
    void nobodyLearnsFromHowFarASearchGoesThatManyTextsHideAWord(String key) {
        Secrets.crowd(Installation.current().model());
        JsonNode hidden = crowd(key + "hunter");
        assertThat(hidden.path("jobs")).isNotEqualTo(crowd(key + "bank").path("jobs"));
        assertThat(hidden).isEqualTo(crowd(key + "nowhere"));
    }

    private JsonNode crowd(String words) {
        ObjectNode answer = (ObjectNode) http.get("/api/v1/jobs?size=100&q="
                        + URLEncoder.encode("type:cover.crowd " + words, StandardCharsets.UTF_8))
                .json();
        assertThat(answer.path("jobs").isArray()).as(answer.toString()).isTrue();
        answer.remove(List.of("freshness", "filter", "next"));
        return answer;
    }

    @Test
    void thatThereAreMoreLinesIsSaidOnlyOfThoseThatShowTheText() {
        Rows rows = new Rows(Installation.current().model());
        for (int line = 0; line < 520; line++) {
            rows.line(MANY, "DEBUG", "try " + line + " with password=" + PASSWORD);
        }
        for (String path :
                List.of("/api/v1/jobs/" + MANY + "/log?text=", "/api/v1/logs?level=debug&job=" + MANY + "&text=")) {
            String next = path.contains("/logs") ? "next" : "earlier";
            assertThat(http.get(path + "with").json().path(next).isTextual())
                    .as(path)
                    .isTrue();
            JsonNode hidden = http.get(path + MARK).json();
            assertThat(hidden.path("lines")).isEmpty();
            assertThat(hidden.path(next).isTextual()).as(path).isFalse();
        }
    }
}
