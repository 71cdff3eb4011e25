package dev.penstock.ui.security;

import static dev.penstock.ui.security.Secrets.CARD;
import static dev.penstock.ui.security.Secrets.DONE;
import static dev.penstock.ui.security.Secrets.JOB;
import static dev.penstock.ui.security.Secrets.MARK;
import static dev.penstock.ui.security.Secrets.PASSWORD;
import static dev.penstock.ui.security.Secrets.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Masking;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.fixture.Heard;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Routes;
import dev.penstock.ui.fixture.Routes.Route;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks for a job's secrets in whatever any address answers, and asks for them as those may who may. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class MaskedEverywhereTest {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{32,}={0,2}");

    @TestHTTPResource
    URI base;

    @Inject
    Router router;

    @Inject
    PenstockConfig config;

    private Http http;

    @BeforeAll
    static void secrets() {
        Secrets.writeOnce(Installation.current().model());
    }

    @BeforeEach
    void open() {
        Installation.current().otherSide();
        http = new Http(base);
    }

    @Test
    void noAddressAnswersWithASecret() {
        List<String> leaks = new ArrayList<>();
        int answered = 0;
        for (Route route : Routes.of(router)) {
            if (!route.method().equals("GET") || route.template().equals("/live")) {
                continue;
            }
            for (String path : paths(route)) {
                Http.Answer answer = http.get(path);
                answered += answer.code() == 200 ? 1 : 0;
                if (shows(answer.body())) {
                    leaks.add(path);
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(answered).isGreaterThan(60);
        assertThat(http.get("/jobs/" + JOB).body()).contains("bank refused " + Masking.COVER);
    }

    @Test
    void theStreamOfUpdatesSaysThatJobsChangedAndNothingOfThem() throws Exception {
        for (String topic : List.of("jobs", JOB)) {
            String heard = Heard.of(base, topic);
            assertThat(heard.lines().filter(line -> line.startsWith("event: ")).distinct())
                    .containsExactlyInAnyOrder("event: changed", "event: lag");
            assertThat(shows(heard)).as(heard).isFalse();
            assertThat(heard).doesNotContain("cover.card", "bank");
        }
    }

    private List<String> paths(Route route) {
        List<String> paths = new ArrayList<>();
        for (String job : List.of(JOB, DONE)) {
            paths.add(route.path(Map.of(
                    "id",
                    job,
                    "fingerprint",
                    "cover-group",
                    "place",
                    "0-82",
                    "name",
                    "cover-nightly",
                    "key",
                    "cover-group",
                    "offset",
                    offset(job))));
        }
        paths.add(route.path(Map.of("place", "0-81")));
        paths.add(route.path(Map.of("place", "0-83")));
        if (route.template().equals("/jobs")) {
            paths.add("/jobs?q=type:cover.card");
        }
        paths.addAll(Secrets.pastPaths(route.template(), http));
        if (route.template().endsWith("/logs")) {
            paths.add(route.template() + "?level=info");
        }
        return paths.stream().distinct().toList();
    }

    @Test
    void whatWasIsCoveredToo() {
        for (String template : List.of("/jobs", "/api/v1/jobs")) {
            Http.Answer answer = http.get(Secrets.pastPaths(template, http).getFirst());
            assertThat(answer.code()).as(template).isEqualTo(200);
            assertThat(answer.body()).as(template).contains("paying with " + Masking.COVER);
        }
    }

    private String offset(String job) {
        JsonNode history = http.get("/api/v1/jobs/" + job).json().at("/job/history");
        return history.get(history.size() - 1).path("offset").asText();
    }

    /** In the open, or in base64. */
    private static boolean shows(String body) {
        return body.contains(MARK)
                || BASE64.matcher(body)
                        .results()
                        .anyMatch(part -> new String(
                                        Base64.getDecoder()
                                                .decode(part.group()
                                                        .substring(
                                                                0, part.group().length() / 4 * 4)),
                                        StandardCharsets.UTF_8)
                                .contains(MARK));
    }

    @Test
    void administratorsRevealWithAReasonThatIsKept() {
        Http administrator = new People(base).signedIn(Role.ADMINISTRATOR);
        Form form = new Form(administrator);
        Document page = form.page("/jobs/" + JOB + "/data");
        assertThat(page.text()).contains(Masking.COVER).doesNotContain(MARK);

        Http.Answer without = form.send(page, "/jobs/" + JOB + "/reveal", Map.of("reason", " "));
        assertThat(without.code()).isEqualTo(400);
        assertThat(without.body()).contains("Say why").doesNotContain(MARK);

        Http.Answer shown = form.send(page, "/jobs/" + JOB + "/reveal", Map.of("reason", "the bank asks"));
        assertThat(shown.code()).isEqualTo(200);
        assertThat(Form.parse(shown).text()).contains(PASSWORD, CARD, "Nothing is covered");
        assertThat(form.page("/jobs/" + JOB + "/data").text()).doesNotContain(MARK);

        JsonNode found = http.post("/api/v1/jobs/" + JOB + "/reveal", "{\"reason\":\"a test\"}")
                .json();
        assertThat(found.at("/payload/card/number").asText()).isEqualTo(CARD);
        assertThat(http.get("/operations").body())
                .contains("reveal", "the bank asks", "user:administrator", "a test", "service:local");
    }

    @Test
    void othersSeeTheButtonOffWithTheReason() {
        Http viewer = new People(base).signedIn(Role.VIEWER);
        Document page = new Form(viewer).page("/jobs/" + JOB + "/data");
        assertThat(page.select("form[action$=reveal]")).isEmpty();
        assertThat(page.selectFirst("button[aria-disabled]:contains(Reveal)").attr("title"))
                .isEqualTo("To see masked contents one must be an administrator; this is the role viewer.");
        Http.Answer answer = new Form(viewer).post("/jobs/" + JOB + "/reveal", "reason=x");
        assertThat(answer.code()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(MARK);
    }

    @Test
    void whatStaysCoveredWhileThePayloadIsEditedStaysAsItWas() {
        Form form = new Form(base);
        Document page = form.page("/jobs/" + JOB + "/payload");
        String shown = Form.text(page.selectFirst("#edit-payload"));
        assertThat(shown).contains(Masking.COVER).doesNotContain(MARK);

        form.send(page, "/jobs/" + JOB + "/payload", Map.of("payload", shown.replace("ana", "bob")));
        assertThat(sent()).isEqualTo(new Json(PAYLOAD.replace("ana", "bob")));

        http.post("/api/v1/jobs/" + JOB + "/payload", "{\"payload\":{\"to\":\"eva\",\"password\":\"••••\"}}");
        assertThat(sent()).isEqualTo(new Json("{\"to\":\"eva\",\"password\":\"" + PASSWORD + "\"}"));

        Http.Answer moved = http.post("/api/v1/jobs/" + JOB + "/payload", "{\"payload\":{\"pin\":\"••••\"}}");
        assertThat(moved.code()).isEqualTo(400);
        assertThat(moved.body()).contains("covered value at $.pin");
    }

    /** The last payload that went to the log. */
    private static Json sent() {
        return Installation.current().otherSide().heard().stream()
                .map(CommandMessage::body)
                .filter(Act.EditPayload.class::isInstance)
                .map(Act.EditPayload.class::cast)
                .filter(act -> act.job().value().equals(JOB))
                .toList()
                .getLast()
                .payload();
    }

    @Test
    void whatIsUsualIsCoveredUnlessSomethingElseIsConfigured() {
        assertThat(config.mask().fields()).isEqualTo(Masking.USUAL);
    }
}
