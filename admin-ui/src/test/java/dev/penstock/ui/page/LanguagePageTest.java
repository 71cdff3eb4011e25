package dev.penstock.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.right.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class LanguagePageTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TestHTTPResource
    URI base;

    private Http http;

    @BeforeEach
    void open() {
        http = new Http(base);
    }

    @Test
    void aBrowserIsAnsweredInItsLanguage() {
        Document german = page("/jobs", "de-AT,de;q=0.9,en;q=0.5");
        assertThat(german.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(german.select("h1").text()).isEqualTo("Jobs");
        assertThat(german.select(".page-head .lede").text()).startsWith("Jeder eingereichte");
        Document english = page("/jobs", "fr");
        assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(english.select(".page-head .lede").text()).startsWith("Every job");
    }

    @Test
    void whatSomebodyChoosesOnThePagesIsKept() {
        Document german = page("/help", "de");
        String token = german.selectFirst("input[name=csrf]").val();
        Http.Answer chosen =
                http.send("POST", "/settings/look", "language=en&back=/help&csrf=" + token, "Content-Type", FORM);
        assertThat(chosen.code()).isEqualTo(303);
        assertThat(chosen.header("Set-Cookie")).contains("look=");
        assertThat(page("/help", "de").selectFirst("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void whatSomebodyChoosesWhoIsSignedInHoldsInTheirOtherBrowsersToo() {
        People people = new People(base);
        Form here = new Form(people.signedIn(Role.VIEWER));
        Http there = people.signedIn(Role.VIEWER);
        here.send(here.page("/help"), "/settings/look", Map.of("language", "de"));
        try {
            assertThat(language(there.get("/help"))).isEqualTo("de");
            Http.Answer refused = there.get("/users");
            assertThat(refused.code()).isEqualTo(403);
            assertThat(Form.parse(refused).text())
                    .doesNotContain("This address is for")
                    .contains("Nicht erlaubt");
            assertThat(Form.parse(there.get("/nothing/here")).text())
                    .doesNotContain("There is nothing at this address");
            assertThat(language(people.signedIn(Role.OPERATOR).get("/help"))).isEqualTo("en");
        } finally {
            here.send(here.page("/help"), "/settings/look", Map.of("language", "en"));
        }
        assertThat(language(there.send("GET", "/help", "", "Accept-Language", "de")))
                .isEqualTo("en");
    }

    @Test
    void aLanguageIsChosenBeforeSigningInToo() {
        Http nobody = new Http(base, "");
        Form form = new Form(nobody);
        Document door = form.page("/sign-in?back=/queues");
        assertThat(door.select("h1").text()).isEqualTo("Sign in");
        Http.Answer chosen = form.send(door, "/sign-in/language", Map.of("language", "de"));
        assertThat(chosen.code()).isEqualTo(303);
        Document german = form.follow(chosen);
        assertThat(german.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(german.select("h1").text()).isEqualTo("Anmelden");
        assertThat(german.select("form.panel input[name=back]").val()).isEqualTo("/queues");
    }

    private static String language(Http.Answer page) {
        return Form.parse(page).selectFirst("html").attr("lang");
    }

    @Test
    void aPageSaysNothingThatIsNotInItsLanguage() {
        Document pseudo = page("/help", "en-XA");
        assertThat(pseudo.selectFirst("html").attr("lang")).isEqualTo("en-XA");
        assertThat(pseudo.select("h1").text()).startsWith("[").endsWith("]").doesNotContain("Help");
    }

    @Test
    void theApiIsEnglishForEverybody() {
        assertThat(http.send("GET", "/api/v1/jobs?q=wrong:1", "", "Accept-Language", "de")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo(
                        http.get("/api/v1/jobs?q=wrong:1").json().path("detail").asText())
                .isNotEmpty();
    }

    private Document page(String path, String languages) {
        return Jsoup.parse(
                http.send("GET", path, "", "Accept-Language", languages).body());
    }
}
