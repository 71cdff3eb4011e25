package dev.penstock.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Routes;
import dev.penstock.ui.fixture.Routes.Route;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.right.Permissions;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.right.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Walks every route of the program as everybody: nothing is open that {@link Permissions} does not open. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class RoutesTest {
    @TestHTTPResource
    URI base;

    @Inject
    Router router;

    @Test
    void everyRouteHasARule() {
        assertThat(Routes.of(router))
                .hasSizeGreaterThan(80)
                .allSatisfy(route -> assertThat(Permissions.of(route.method(), route.path()))
                        .as("%s: say in Permissions who may ask for it", route)
                        .isPresent());
    }

    @Test
    @DisplayName("S4.10: everybody is let in where their role may, and nowhere else; who has not signed in is asked to")
    void nobodyIsLetInWhereTheyMayNot() {
        Map<@Nullable Role, Http> people = new LinkedHashMap<>();
        People all = new People(base);
        people.put(null, new Http(base, ""));
        for (Role role : Role.values()) {
            people.put(role, all.signedIn(role));
        }
        List<String> wrong = new ArrayList<>();
        for (Route route : Routes.of(router)) {
            Rule rule = Permissions.of(route.method(), route.path()).orElseThrow();
            people.forEach((role, http) -> check(route, rule, role, http).ifPresent(wrong::add));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void rolesMayMoreFromOneToTheNext() {
        assertThat(Role.USER.may()).containsExactly(Permission.MINE);
        assertThat(Role.VIEWER.may()).containsAll(Role.USER.may());
        // Questions in SQL are an analyst's work, and no part of running the jobs.
        assertThat(Role.VIEWER.may()).containsExactlyInAnyOrder(Permission.MINE, Permission.READ, Permission.QUERY);
        assertThat(Role.OPERATOR.may())
                .contains(Permission.MINE, Permission.READ)
                .doesNotContain(Permission.QUERY);
        assertThat(Role.ADMINISTRATOR.may()).containsExactlyInAnyOrder(Permission.values());
        assertThat(Role.VIEWER.may()).doesNotContain(Permission.SUBMIT, Permission.ACT, Permission.REVEAL);
        assertThat(Role.OPERATOR.may()).doesNotContain(Permission.ADMINISTER, Permission.REVEAL);
    }

    private static Optional<String> check(Route route, Rule rule, @Nullable Role role, Http http) {
        Permission needs = rule.needs();
        boolean may = needs == null || (role != null && role.may().contains(needs));
        if (may && (!route.method().equals("GET") || route.path().equals("/live"))) {
            // What they may is shown by other tests; here it would be done.
            return Optional.empty();
        }
        Http.Answer answer =
                route.method().equals("GET") ? http.get(route.path()) : http.send(route.method(), route.path(), "");
        return may == refused(answer, route) || answer.code() == 500
                ? Optional.of(route + " as " + role + " answers " + answer.code() + " " + answer.header("Location"))
                : Optional.empty();
    }

    private static boolean refused(Http.Answer answer, Route route) {
        boolean away = answer.code() == 303
                && !route.path().equals("/sign-in")
                && (answer.header("Location").startsWith("/sign-in")
                        || answer.header("Location").equals("/mine"));
        boolean notAllowed = answer.code() == 403 && answer.body().contains("This address is for those who may");
        return away || notAllowed || answer.code() == 401;
    }
}
