package dev.penstock.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Routes;
import dev.penstock.ui.fixture.Routes.Route;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permissions;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody may not do stays visible, off, with the reason: on every page, for every role. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class ButtonsTest {
    private static final String JOB = "buttons1.0";

    @TestHTTPResource
    URI base;

    @Inject
    Router router;

    @BeforeAll
    static void something() {
        Rows rows = new Rows(Installation.current().model());
        Instant begin = Instant.now().minusSeconds(60);
        String fields = "\"type\":\"buttons.press\",\"queue\":\"buttons\"";
        rows.job(
                Histories.queued(JOB, begin, fields).started("press-1-4f7q0m2z").failed("press-1-4f7q0m2z"));
        rows.job(Histories.queued("buttons2.0", begin.minusSeconds(86_400), fields)
                .started("gone-1-4f7q0m2z"));
        rows.worker("press-1-4f7q0m2z", Instant.now(), "buttons");
        rows.failure("buttons-group", begin, 3, 1, "press-1-4f7q0m2z");
        rows.setting(Setting.Queue.named("buttons", "Presses them"));
        rows.setting(new Setting.Template("buttons-mail", "Pressed", "It was pressed."));
        rows.setting(new Setting.Schedule(
                "buttons-nightly",
                "0 3 * * *",
                "UTC",
                false,
                Setting.Schedule.Overlap.SKIP,
                Setting.Schedule.CatchUp.LATEST,
                null,
                Histories.queued("buttons3.0", begin, fields).job().spec()));
    }

    @Test
    void whatARoleMayNotIsOffWithTheReason() {
        People people = new People(base);
        List<String> wrong = new ArrayList<>();
        Map<Role, Integer> off = new HashMap<>();
        for (Role role : List.of(Role.VIEWER, Role.OPERATOR)) {
            Http http = people.signedIn(role);
            for (Route route : Routes.of(router)) {
                boolean page =
                        route.method().equals("GET") && !route.template().matches("/(live|api|q|assets|internal).*");
                if (page) {
                    String path = route.path(Map.of("id", JOB, "name", "buttons", "fingerprint", "buttons-group"));
                    off.merge(role, check(http, role, path, wrong), Integer::sum);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(off.get(Role.VIEWER)).isGreaterThan(40);
        assertThat(off.get(Role.OPERATOR)).isGreaterThan(5);
    }

    /** How many are off; those that should be and are not are added to {@code wrong}. */
    private static int check(Http http, Role role, String path, List<String> wrong) {
        Http.Answer answer = http.get(path);
        if (answer.code() != 200) {
            return 0;
        }
        int off = 0;
        for (Element button : Jsoup.parse(answer.body()).select("form[method=post] button")) {
            Element form = button.closest("form");
            String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
            boolean may = Permissions.allows(Caller.person("somebody", role), "POST", action.replaceAll("[?#].*", ""));
            boolean isOff = button.attr("aria-disabled").equals("true");
            if (isOff && (button.attr("title").isBlank() || !button.attr("type").equals("button"))) {
                wrong.add(role + " " + path + " gives no reason: " + button.text());
            }
            if (!may && !isOff) {
                wrong.add(role + " " + path + " may not press: " + button.text() + " to " + action);
            }
            off += isOff ? 1 : 0;
        }
        return off;
    }
}
