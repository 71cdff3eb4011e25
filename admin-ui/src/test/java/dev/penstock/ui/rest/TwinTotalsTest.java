package dev.penstock.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.ui.fixture.Histories;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page and its twin understand the same filters, and count the same. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class TwinTotalsTest {
    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeAll
    static void something() {
        Rows rows = new Rows(Installation.current().model());
        Instant begin = Instant.now().minusSeconds(60);
        for (int i = 0; i < 4; i++) {
            rows.job(Histories.queued(
                            "totals" + i + ".0", begin.plusSeconds(i), "\"type\":\"totals.send\",\"queue\":\"totals\"")
                    .started("totals-1-4f7q0m2z")
                    .failed("totals-1-4f7q0m2z"));
            rows.failure("totals-group-" + i, begin.plusSeconds(i), 3 + i, 1, "totals-1-4f7q0m2z");
        }
    }

    @BeforeEach
    void open() {
        http = new Http(base);
    }

    /** Without a filter they differ: the page begins with its main list, the API has all jobs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue:totals",
                "status:failed",
                "status:failed queue:totals -id:totals1",
                "queue:totals attempt:1 error:smtp*",
                "queue:totals parent:none system:no",
                "type:totals.none",
                "created:-24h queue:totals",
                "colour:red",
                "status:broken",
                "queue:totals created:yesterday"
            })
    void aFilterIsReadAndItsJobsAreCountedTheSame(String filter) {
        String q = "jobs?q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        Http.Answer shown = http.get("/" + q);
        Http.Answer told = http.get("/api/v1/" + q);
        assertThat(shown.code()).isEqualTo(told.code());
        Document page = Form.parse(shown);
        if (told.code() == 200) {
            assertThat(page.select("#f-q").val())
                    .isEqualTo(told.json().path("filter").asText());
            assertThat(numbers(page.select("#matches strong").text()))
                    .containsExactly(told.json().at("/matches/count").asLong());
        } else {
            assertThat(page.select("#f-hint").text())
                    .contains(told.json().path("detail").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /failures                  | h1 + .lede                       | /failures/jobs, /failures/found
                    /failures?show=all&span=7d | h1 + .lede                       | /failures/jobs, /failures/found
                    """)
    void totalsAreTheSame(String page, String selector, String pointers) {
        JsonNode told = http.get("/api/v1" + page).json();
        List<Long> totals = Stream.of(pointers.split(", ", -1))
                .map(pointer -> told.at(pointer).asLong())
                .toList();
        assertThat(numbers(new Form(base).page(page).select(selector).text())).startsWith(totals.toArray(Long[]::new));
    }

    /** "1,204 jobs in 3 groups": 1204 and 3. */
    private static List<Long> numbers(String text) {
        return Pattern.compile("\\d[\\d,]*")
                .matcher(text)
                .results()
                .map(number -> Long.parseLong(number.group().replace(",", "")))
                .toList();
    }
}
