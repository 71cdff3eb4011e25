package dev.penstock.ui.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.setting.Setting;
import dev.penstock.ui.account.ApiTokens;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Routes;
import dev.penstock.ui.fixture.Routes.Route;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page has a twin below {@code /api/v1} that says the same: walks all routes, and compares what is listed, in its order. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class TwinsTest {
    /** Each page's twin. */
    private static final Map<String, String> TWINS = Map.ofEntries(
            Map.entry("/", "/api/v1/statistics"),
            Map.entry("/jobs", "/api/v1/jobs"),
            Map.entry("/jobs/{id}", "/api/v1/jobs/{id}"),
            Map.entry("/jobs/{id}/data", "/api/v1/jobs/{id}"),
            Map.entry("/jobs/{id}/log", "/api/v1/jobs/{id}/log"),
            Map.entry("/jobs/{id}/family", "/api/v1/jobs/{id}/family"),
            Map.entry("/jobs/{id}/history", "/api/v1/jobs/{id}/history/{offset}"),
            Map.entry("/queues", "/api/v1/queues"),
            Map.entry("/queues/{queue}", "/api/v1/queues/{queue}/line"),
            Map.entry("/workers", "/api/v1/workers"),
            Map.entry("/workers/{worker}", "/api/v1/workers/{worker}"),
            Map.entry("/schedules", "/api/v1/schedules"),
            Map.entry("/stats", "/api/v1/statistics"),
            Map.entry("/batches", "/api/v1/batches"),
            Map.entry("/batches/{id}", "/api/v1/batches/{id}"),
            Map.entry("/failures", "/api/v1/failures"),
            Map.entry("/failures/{fingerprint}", "/api/v1/failures/{fingerprint}"),
            Map.entry("/operations", "/api/v1/operations"),
            Map.entry("/operations/{id#}", "/api/v1/operations/{id#}"),
            Map.entry("/logs", "/api/v1/logs"),
            Map.entry("/sql", "/api/v1/sql"),
            Map.entry("/mine", "/api/v1/mine"),
            Map.entry("/notifications", "/api/v1/notifications"),
            Map.entry("/notifications/mine", "/api/v1/notifications/mine"),
            Map.entry("/pipeline", "/api/v1/pipeline"),
            Map.entry("/pipeline/letters/{place}", "/api/v1/pipeline/letters/{partition}-{offset}"),
            Map.entry("/settings", "/api/v1/settings"),
            Map.entry("/settings/templates", "/api/v1/settings"),
            Map.entry("/users", "/api/v1/users"),
            Map.entry("/tokens", "/api/v1/tokens"),
            Map.entry("/account", "/api/v1/account"));

    /** Forms and questions before an act, help, files, ways in, the demo's own pages: they list nothing. */
    private static final Set<String> WITHOUT = Set.of(
            "/help",
            "/new",
            "/sign-in",
            "/sign-in/openid",
            "/set-up",
            "/refused",
            "/help/keys",
            "/password/{link}",
            "/live",
            "/jobs/acts",
            "/failures/{fingerprint}/retry");

    @TestHTTPResource
    URI base;

    @Inject
    Router router;

    private Http http;

    @Inject
    ApiTokens tokens;

    @BeforeAll
    static void something() {
        Rows rows = new Rows(Installation.current().model());
        Instant begin = Instant.now().minusSeconds(60);
        String fields = "\"type\":\"twins.send\",\"queue\":\"twins\"";
        for (int i = 0; i < 4; i++) {
            rows.job(Histories.queued("twins" + i + ".0", begin.plusSeconds(i), fields)
                    .started("twins-1-4f7q0m2z")
                    .failed("twins-1-4f7q0m2z"));
            rows.failure("twins-group-" + i, begin.plusSeconds(i), 3 + i, 1, "twins-1-4f7q0m2z");
            rows.setting(Setting.Queue.named("twins-" + i, "one of them"));
            rows.worker("twins-" + i + "-4f7q0m2z", begin.plusSeconds(i), "twins");
            rows.setting(Setting.Schedule.of(
                    "twins-" + i,
                    "@hourly",
                    "UTC",
                    Histories.queued("twinsx.0", begin, fields).job().spec()));
        }
    }

    @BeforeEach
    void open() {
        if (tokens.all().stream().noneMatch(token -> token.name().equals("twin"))) {
            Caller by = Caller.person("administrator", Role.ADMINISTRATOR);
            tokens.make(new ApiTokens.Wish("twin", Set.of(Permission.READ), Set.of(), 50), by);
        }
        http = new Http(base);
        new People(base);
    }

    @Test
    void everyPageHasATwin() {
        Set<Route> all = Routes.of(router);
        List<String> gets = all.stream()
                .filter(route -> route.method().equals("GET"))
                .map(Route::template)
                .toList();
        List<String> alone = gets.stream()
                .filter(page -> !page.matches(
                        "/(api|q|assets|internal|demo|mine/\\{id}|jobs/\\{id}/(?!data|log|family|history)).*"))
                .filter(page -> !WITHOUT.contains(page) && !TWINS.containsKey(page))
                .toList();
        assertThat(alone).as("pages without a twin below /api/v1").isEmpty();
        assertThat(gets).containsAll(TWINS.values()).containsAll(TWINS.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /jobs?q=status:failed&size=50     | tbody .tick input[name=job]@value    | /api/v1/jobs?q=status:failed&size=50  | /jobs#/id
                    /jobs?q=type:twins.send&size=50   | tbody .tick input[name=job]@value    | /api/v1/jobs?q=type:twins.send&size=50 | /jobs#/id
                    /queues                           | section[id^=queue-]@id-queue-        | /api/v1/queues                        | /queues#/setting/name
                    /schedules                        | section[id^=schedule-]@id-schedule-  | /api/v1/schedules                     | /schedules#/schedule/value/name
                    /failures?show=all                | div[id^=failure-]@id-failure-        | /api/v1/failures?show=all             | /failures/groups#/fingerprint
                    /users                            | main tbody td.job strong             | /api/v1/users                         | /users#/name
                    /tokens                           | main tbody td.job strong             | /api/v1/tokens                        | /tokens#/name
                    /workers                          | tr[id^=worker-]@id-worker-           | /api/v1/workers                       | /workers#/id
                    """)
    void whatIsListedIsTheSameInTheSameOrder(String page, String selector, String twin, String pointer) {
        List<String> shown = shown(new Form(base).page(page), selector);
        List<String> told = told(http.get(twin).json(), pointer);
        assertThat(shown).as(page + " and " + twin).isNotEmpty().isEqualTo(told);
    }

    private static List<String> shown(Document page, String selector) {
        String[] parts = selector.split("@", -1);
        Stream<Element> found = page.select(parts[0]).stream();
        if (parts.length == 1) {
            return found.map(Element::text).toList();
        }
        String[] attribute = parts[1].split("-", 2);
        String start = attribute.length == 1 ? "" : attribute[1];
        return found.map(element ->
                        element.attr(attribute[0]).substring(start.length()).replaceAll("@\\d+$", ""))
                .toList();
    }

    /** {@code /jobs#/id}: the ids in the list of jobs. */
    private static List<String> told(JsonNode answer, String pointer) {
        String[] parts = pointer.split("#", -1);
        return StreamSupport.stream(answer.at(parts[0]).spliterator(), false)
                .map(item -> item.at(parts[1]).asText())
                .toList();
    }

    @Test
    void everyRouteOfTheApiIsDescribed() {
        JsonNode paths = http.get("/q/openapi?format=json").json().path("paths");
        List<String> missing = Routes.of(router).stream()
                .filter(route -> route.template().startsWith("/api/"))
                // Says which acts there are.
                .filter(route -> !route.template().equals("/api/v1/jobs/{id}/{act}"))
                .filter(route -> paths.path(route.template().replace("#}", "}"))
                        .path(route.method().toLowerCase(java.util.Locale.ROOT))
                        .path("summary")
                        .asText()
                        .isBlank())
                .map(Route::toString)
                .toList();
        assertThat(missing)
                .as("not in the OpenAPI document, or without a summary")
                .isEmpty();
    }
}
