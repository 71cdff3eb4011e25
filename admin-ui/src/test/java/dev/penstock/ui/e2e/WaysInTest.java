package dev.penstock.ui.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.penstock.stack.process.Await;
import dev.penstock.ui.account.FirstLink;
import dev.penstock.ui.account.OneTimeLinks;
import dev.penstock.ui.config.PenstockConfig;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.Keycloak;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.page.Form;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first administrator by the set-up link, then people by OpenID Connect, through a real provider's own pages. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaysInTest {
    private static final String IN = "/sign-in/openid";

    @TestHTTPResource
    URI base;

    @RegisterExtension
    final Chromium chromium = new Chromium("");

    @Inject
    OneTimeLinks links;

    @Inject
    PenstockConfig config;

    @Test
    @Order(1)
    void afterARestartTheNewSetUpLinkMakesTheFirstAdministrator() throws IOException {
        Path file = config.dataDir().resolve("set-up-link");
        assertThat(Await.until(Duration.ofMinutes(3), () -> Files.exists(file))).isTrue();
        String first = Files.readString(file);
        // What a restarted program does while nobody is there.
        new FirstLink(links, config, base.getPort()).renew();
        String link = Files.readString(file).strip();
        assertThat(link).isNotEqualTo(first.strip()).startsWith(base + "set-up?link=");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        Page page = chromium.open(link);
        page.locator("#door-name").fill("nora");
        page.locator("#door-password").fill("eleven boats by the weir");
        page.locator("form.panel button").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Background Jobs");
        page.navigate(base + "users");
        PlaywrightAssertions.assertThat(page.locator("main tbody tr")).containsText(new String[] {"nora"});
        assertThat(Files.exists(file)).isFalse();
        for (String used : List.of(link, first.strip())) {
            assertThat(new Http(base, "").get(used).code()).as("good once").isEqualTo(410);
        }
    }

    @Test
    void whoTheProviderKnowsIsInWithTheRoleThatItsGroupsMean() {
        Http browser = new Http(base, "");
        Document door = Jsoup.parse(browser.get("/sign-in").body());
        assertThat(door.selectFirst("a:contains(Sign in with the Weir)").attr("href"))
                .isEqualTo(IN);
        assertThat(browser.get("/jobs").header("Location")).startsWith("/sign-in");

        Http.Answer in = signedIn(browser, "gate.keeper", "weir");
        assertThat(in.code()).isEqualTo(303);
        assertThat(URI.create(in.header("Location")).getPath()).isEqualTo("/");
        assertThat(new Form(browser).page("/jobs").text()).contains("Signed in as gate.keeper operator");
        assertThat(browser.get("/users").code()).isEqualTo(403);

        Http administrator = new People(base).signedIn(Role.ADMINISTRATOR);
        assertThat(new Form(administrator)
                        .page("/operations")
                        .select("#acts tbody tr")
                        .eachText())
                .anyMatch(row -> row.endsWith("system:openid add user gate.keeper role operator"));
        new Form(administrator).send(new Form(administrator).page("/users"), "/users/gate.keeper/disable", Map.of());
        assertThat(browser.get("/jobs").code()).as("disabled here: out at once").isEqualTo(303);
        assertThat(signedIn(new Http(base, ""), "gate.keeper", "weir").body()).contains("was disabled here");
    }

    @Test
    void aBrowserComesToThePageThatItWantedAndIsSignedOutOfTheProviderToo() {
        Page page = chromium.open(base + "queues?as=asked");
        atTheProvider(page).locator("#username").fill("reader");
        page.locator("#password").fill("weir");
        page.locator("#kc-login").click();
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Queues");
        assertThat(page.url()).isEqualTo(base + "queues?as=asked");

        page.locator(".topbar details.menu summary").click();
        page.locator("form[action='/sign-out'] button").click();
        PlaywrightAssertions.assertThat(page).hasURL(base + "sign-in");
        PlaywrightAssertions.assertThat(atTheProvider(page).locator("#password"))
                .isVisible();
    }

    private static Page atTheProvider(Page page) {
        page.getByText("Sign in with the Weir").click();
        return page;
    }

    @Test
    void theOtherWaysInStayAndAProvidersWordIsNoToken() {
        Http reader = new Http(base, "");
        assertThat(signedIn(reader, "reader", "weir").code()).isEqualTo(303);
        assertThat(new Form(reader).page("/jobs").text()).contains("Signed in as reader viewer");
        assertThat(new People(base).signedIn(Role.VIEWER).get("/jobs").code()).isEqualTo(200);
        assertThat(new Http(base).get("/api/v1/jobs").code()).isEqualTo(200);
        assertThat(new Http(base, "eyJhbGciOiJub25lIn0.e30.")
                        .get("/api/v1/jobs")
                        .code())
                .isEqualTo(401);
    }

    @Test
    void whoHasNoRoleHereOrAnothersNameIsToldSo() {
        new People(base);
        assertThat(signedIn(new Http(base, ""), "stranger", "weir").body())
                .contains("nothing that it says of you gives you a role here");
        Http.Answer taken = signedIn(new Http(base, ""), "operator", "weir");
        assertThat(taken.code()).isEqualTo(409);
        assertThat(taken.body()).contains("There is another user operator here already");
    }

    @Test
    void aWrongPasswordIsRefusedByTheProviderAndAForgedAnswerByUs() {
        Http browser = new Http(base, "");
        assertThat(signedIn(browser, "reader", "wrong").body()).contains("Invalid username or password");
        assertThat(browser.get(IN + "?state=forged&code=forged").code()).isNotEqualTo(303);
        assertThat(browser.get("/jobs").code()).isEqualTo(303);
    }

    /** From our address to the provider's form and back, as a browser goes; the answer is the last of ours, or the provider's. */
    private static Http.Answer signedIn(Http browser, String name, String password) {
        Http.Answer form = followed(browser, browser.get(IN));
        Element login = Jsoup.parse(form.body()).selectFirst("form#kc-form-login");
        assertThat(login).as(form.body()).isNotNull();
        String fields = "username=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return followed(browser, new Form(browser).post(login.attr("action"), fields));
    }

    private static Http.Answer followed(Http browser, Http.Answer answer) {
        Http.Answer here = answer;
        for (int hop = 0; hop < 6 && here.code() == 302; hop++) {
            here = browser.get(here.header("Location"));
        }
        return here;
    }
}
