package dev.penstock.ui.page.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.account.Accounts;
import dev.penstock.ui.account.OneTimeLinks;
import dev.penstock.ui.fixture.Histories;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.OtherSide;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.fixture.Rows;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Signing in and out, and users, as a browser without script does it. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class UsersPageTest {
    private static final String GOOD = "eleven boats by the weir";

    private final OtherSide otherSide = Installation.current().otherSide();

    @TestHTTPResource("/")
    URI base;

    @Inject
    Accounts accounts;

    @Inject
    OneTimeLinks links;

    private People people;

    @BeforeAll
    static void jobs() {
        String type = "\"type\":\"users.send\",\"queue\":\"users\"";
        Rows rows = new Rows(Installation.current().model());
        rows.job(Histories.queued("usersown.0", Instant.now(), type + ",\"runBy\":\"ana\"")
                        .started("u-1")
                        .failed("u-1"))
                .job(Histories.queued("userssystem.0", Instant.now(), type + ",\"origin\":\"SYSTEM\"")
                        .started("u-1")
                        .failed("u-1"));
    }

    @BeforeEach
    void client() {
        people = new People(base);
    }

    @Test
    void whoHasNotSignedInIsLedToTheFormAndBackToWhereTheyWanted() {
        Http http = new Http(base, "");
        Http.Answer asked = http.get("/jobs?q=type:users.send");
        assertThat(asked.code()).isEqualTo(303);
        assertThat(asked.header("Location")).isEqualTo("/sign-in?back=%2Fjobs%3Fq%3Dtype%3Ausers.send");
        Document form = Form.parse(http.get(asked.header("Location")));
        Http.Answer in = new Form(http)
                .send(form, "/sign-in", "/sign-in", Map.of("name", "viewer", "password", People.PASSWORD));
        assertThat(in.header("Location")).endsWith("/jobs?q=type:users.send");
        assertThat(in.header("Set-Cookie"))
                .contains("penstock-session=", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(http.get("/api/v1/jobs").code())
                .as("the API knows the session")
                .isEqualTo(200);
        assertThat(new Http(base, "").get("/api/v1/jobs").header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlikeAndNobodyTriesForLong() {
        Http http = new Http(base, "");
        String unknown = tried(http, "nobody-here", "whatever it is")
                .select("[role=alert]")
                .text();
        assertThat(unknown).isEqualTo("Name and password do not fit together.");
        assertThat(tried(http, "viewer", "whatever it is")
                        .select("[role=alert]")
                        .text())
                .isEqualTo(unknown);
        for (int i = 0; i < 12; i++) {
            tried(http, "guessed", "guess " + i);
        }
        assertThat(tried(http, "guessed", "another").select("[role=alert]").text())
                .startsWith("Too many tries");
    }

    @Test
    void whoKnowsThePasswordSignsInAsOftenAsTheyLikeUntilTheNameIsLocked() {
        Form form = new Form(people.signedIn(Role.ADMINISTRATOR));
        Http.Answer added = form.send(form.page("/users"), "/users", Map.of("name", "often", "role", "viewer"));
        String link = URI.create(Form.parse(added).select(".note code").text()).getPath();
        Http http = new Http(base, "");
        new Form(http).send(Form.parse(http.get(link)), link, Map.of("password", GOOD));
        for (int i = 0; i < 12; i++) {
            assertThat(answer(http, "often", GOOD).code()).as("sign-in " + i).isEqualTo(303);
        }
        for (int i = 0; i < 12; i++) {
            tried(http, "often", "guess " + i);
        }
        assertThat(answer(http, "often", GOOD).code()).isEqualTo(429);
    }

    @Test
    void whoSignsOutIsSignedOutWhateverBecomesOfTheCookie() {
        Http http = people.signedIn(Role.VIEWER);
        Form form = new Form(http);
        Document page = form.page("/jobs");
        assertThat(page.select(".menu summary").text()).contains("viewer");
        assertThat(form.send(page, "/sign-out", Map.of()).header("Location")).endsWith("/sign-in");
        assertThat(http.get("/jobs").code()).isEqualTo(303);
    }

    @Test
    @DisplayName("S2.25, S4.10: an act names who has signed in; jobs of the system are deleted by administrators alone")
    void anActNamesTheUserAndSystemJobsAreTheAdministrators() {
        Http operator = people.signedIn(Role.OPERATOR);
        Http.Answer own = operator.delete("/api/v1/jobs/usersown.0");
        assertThat(own.code()).as(own.body()).isEqualTo(200);
        assertThat(otherSide.heard(own).actor()).hasToString("user:operator");

        Http.Answer refused = operator.delete("/api/v1/jobs/userssystem.0");
        assertThat(refused.code()).isEqualTo(403);
        assertThat(refused.body()).contains("Only administrators delete jobs that the system generated.");
        assertThat(new Form(operator)
                        .page("/jobs/userssystem.0")
                        .select("button[aria-label^=Delete]")
                        .attr("title"))
                .contains("Only administrators");
        Http.Answer deleted = people.signedIn(Role.ADMINISTRATOR).delete("/api/v1/jobs/userssystem.0");
        assertThat(otherSide.heard(deleted).actor()).hasToString("user:administrator");
    }

    @Test
    void anAdministratorAddsAUserWhoChoosesAPasswordOnceAndEveryStepIsWrittenDown() {
        Form form = new Form(people.signedIn(Role.ADMINISTRATOR));
        Http.Answer added = form.send(form.page("/users"), "/users", Map.of("name", "Nora", "role", "viewer"));
        String link = URI.create(Form.parse(added).select(".note code").text()).getPath();

        Http nora = new Http(base, "");
        Document door = Form.parse(nora.get(link));
        assertThat(door.select("#door-name").val()).isEqualTo("nora");
        Http.Answer weak = new Form(nora).send(door, link, Map.of("password", "nora-password"));
        assertThat(Form.parse(weak).select("[role=alert]").text()).contains("guessed easily");
        assertThat(new Form(nora).send(door, link, Map.of("password", GOOD)).code())
                .isEqualTo(303);
        assertThat(nora.get("/jobs").code()).isEqualTo(200);
        assertThat(nora.get("/users").code()).isEqualTo(403);
        assertThat(new Http(base, "").get(link).code())
                .as("the link is good once")
                .isEqualTo(410);

        form.send(form.page("/users"), "/users/nora/role", Map.of("role", "administrator"));
        assertThat(nora.get("/users").code())
                .as("a role holds from the next request")
                .isEqualTo(200);
        form.send(form.page("/users"), "/users/nora/disable", Map.of());
        assertThat(nora.get("/jobs").code())
                .as("who is disabled is out at once")
                .isEqualTo(303);
        assertThat(form.page("/operations").select("#acts tbody tr").eachText())
                .anyMatch(row -> row.endsWith("user:administrator add user nora role viewer"))
                .anyMatch(row -> row.endsWith("user:nora choose a password user nora"))
                .anyMatch(row -> row.endsWith("change role user nora role viewer role administrator"))
                .anyMatch(row -> row.endsWith("disable user nora may sign in disabled"));
        assertThat(new Form(people.signedIn(Role.VIEWER)).page("/operations").text())
                .as("who is who is for administrators")
                .doesNotContain("user nora");
    }

    @Test
    void theLastAdministratorCannotBeTakenAway() {
        Form form = new Form(people.signedIn(Role.ADMINISTRATOR));
        Http.Answer answer = form.send(form.page("/users"), "/users/administrator/disable", Map.of());
        assertThat(Form.parse(answer).select("[role=alert]").text()).contains("At least one administrator must remain");
    }

    @Test
    void aLinkForTheFirstAdministratorIsWorthNothingOnceSomebodyIsThere() {
        assertThat(links.forFirst()).isEmpty();
        assertThat(accounts.none()).isFalse();
        assertThat(new Http(base, "").get("/set-up?link=whatever").code()).isEqualTo(410);
    }

    private static Document tried(Http http, String name, String password) {
        return Form.parse(answer(http, name, password));
    }

    private static Http.Answer answer(Http http, String name, String password) {
        Document form = Form.parse(http.get("/sign-in"));
        return new Form(http).send(form, "/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }
}
