package dev.penstock.ui.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.penstock.ui.fixture.Http;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import dev.penstock.ui.tongue.Language;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every screen, in both themes and two widths: nobody is shut out, and nothing has to be scrolled sideways. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class ScreensTest {
    private static final List<String> SCREENS = List.of(
            "",
            "jobs",
            "jobs?q=type:screens.none",
            "jobs?q=wrong:1",
            "?at=-50s",
            "jobs?q=type:screens&at=-50s",
            "jobs?q=type:screens+log:x&at=-50s",
            "jobs/screens2.0/history?at=-50s",
            "batches",
            "jobs/screens1.0",
            "failures?show=all",
            "failures/screens-smtp",
            "pipeline",
            "logs",
            "sql",
            "settings",
            "settings?type=screens",
            "queues",
            "queues/screens",
            "schedules",
            "stats?queue=screens",
            "stats?of=user:ana",
            "workers",
            "jobs/screens1.0/payload",
            "jobs/screens10.0",
            "jobs/screens10.0/family",
            "jobs/screens10.c3/family?view=graph",
            "jobs/screens10.0/family?view=timeline",
            "jobs/screens1.0/log",
            "jobs/screens1.0/data",
            "jobs/screens1.0/history",
            "jobs/screens11.0",
            "jobs/screens12.0/stop",
            "jobs/screens12.0",
            "jobs/none.0",
            "settings/templates?template=screens",
            "operations",
            "notifications",
            "notifications/mine",
            "new?type=screens",
            "demo/items?batch=B-7",
            "demo/studio/labels-2?step=review",
            "nothing/here",
            "sign-in",
            "account",
            "mine?user=ana",
            "users",
            "tokens",
            "help/keys",
            "help");

    /** Screens that are shown because something is wrong. */
    private static final Map<String, Integer> WRONG = Map.of(
            "jobs?q=wrong:1", 400, "jobs?q=type:screens+log:x&at=-50s", 400, "jobs/none.0", 404, "nothing/here", 404);

    /** What jobs, people, the log and other programs wrote: names, addresses, errors, what was stored in English. */
    private static final String DATA =
            "\\d+ jobs have failed|report of the whole year\\.pdf|kafka · \\S+ · partition|offset \\d+|Alert: [a-zA-Z ]+|[a-zA-Z ]+ is [\\d.]+ [a-zA-Z ]+; the rule says(?: [\\d.]+ for)?|, such as|Open the gate|Hello \\{name\\}|attempt\\b|[\\w.-]*(?:eens|ens\\d|stage)[\\w.-]*|\\w+:\\S+|\\w+[._/-]\\w[\\w./-]*|@\\w+|Penstock|PostgreSQL|Kafka|kafka|UTC|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20\\d\\d|SmtpTimeout|connect timed out|PERMANENT|Plays|emails|local|ana\\b|page 31|a stage [a-z ]+|On a weir|labels|campaigns|brochures|draft|headline|viewer|operator|administrator|user\\b|worker\\b|job\\b";

    /** Words in plain letters that are seen or read aloud; what jobs, people and programs wrote is data. */
    private static final String ENGLISH = """
            data => {
              const said = [];
              const take = (element, text) => {
                if (element.closest("code, pre, kbd, textarea, script, style, noscript, svg title, [translate=no], time, [hidden]")) return;
                const words = text.replace(new RegExp(data, "g"), " ").match(/[A-Za-z]{3,}/g);
                if (words) said.push(`${words.join(" ")} <${element.tagName.toLowerCase()}.${element.className}> ${text.trim().slice(0, 90)}`);
              };
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walk.nextNode(); node; node = walk.nextNode()) take(node.parentElement, node.data);
              for (const name of ["title", "aria-label", "placeholder", "alt", "data-label"])
                for (const element of document.querySelectorAll(`[${name}]`)) take(element, element.getAttribute(name));
              return [...new Set(said)].slice(0, 40);
            }""";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @BeforeAll
    static void play() {
        new People(URI.create("http://127.0.0.1"));
        new Stage("screens")
                .failures("smtp")
                .failed(1, 80)
                .failed(2, 70)
                .running(3, 60)
                .queued(4, 50)
                .queued(5, 40)
                .family(10, 90)
                .files(11, 85)
                .stopping(12, 95)
                .stale(13, 400)
                .held(14, 30)
                .flow()
                .template("Hello {name}", "Your code is {code}.\n");
    }

    /** Else the others would look at pages that say that something is wrong. */
    @Test
    void everyScreenIsThere() {
        Http http = new Http(URI.create(base));
        SoftAssertions all = new SoftAssertions();
        screens().forEach(screen -> {
            Http.Answer first = http.get("/" + screen);
            // A moment that moves is made one that stays.
            Http.Answer answer = first.code() == 303
                    ? http.get(URI.create(first.header("Location"))
                            .getRawSchemeSpecificPart()
                            .replaceFirst("//[^/]*", ""))
                    : first;
            all.assertThat(answer.code()).as(screen).isEqualTo(WRONG.getOrDefault(screen, 200));
            all.assertThat(Jsoup.parse(answer.body()).select("h1").eachText())
                    .as(screen)
                    .hasSize(1)
                    .doesNotContain("");
        });
        all.assertAll();
    }

    @Test
    void everyScreenIsAccessible() {
        Page page = chromium.open(base, Look.PHONE);
        Axe axe = Axe.in(page);
        SoftAssertions all = new SoftAssertions();
        screens().forEach(screen -> {
            Look.ALL.getFirst().at(page);
            page.navigate(base + screen);
            Look.all(page, axe, screen, all);
        });
        for (String sql : List.of("select date_trunc", "select worker", "select id", "select\n  foo")) {
            Look.ALL.getFirst().at(page);
            page.navigate(base + "sql");
            page.locator("#sql").fill(sql);
            page.locator(".sql-bar .button-main").click();
            Look.all(page, axe, "sql " + sql, all);
        }
        Look.ALL.getFirst().at(page);
        page.navigate(base + "jobs?q=type:screens");
        page.locator("tbody .tick input").first().check();
        page.getByText("Delete selected 1").click();
        Look.all(page, axe, "the question before a bulk act", all);
        Look.ALL.getFirst().at(page);
        page.navigate(base + "jobs?q=type:screens");
        page.locator("#all-acts summary").click();
        page.locator("#all-acts button[value=retry]").click();
        page.waitForURL("**/operations/*");
        Look.all(page, axe, "operation", all);
        all.assertAll();
    }

    /** In a language that is longer than English and has no plain letter; {@code -Dlanguage=de} looks at German. */
    @Test
    void everyScreenSpeaksTheReadersLanguage() {
        Page page = chromium.open(base, Look.PHONE);
        String language = System.getProperty("language", Language.PSEUDO.tag());
        page.context().addCookies(List.of(new Cookie("language", language).setUrl(base)));
        String data = names(page, base) + "|" + DATA;
        SoftAssertions all = new SoftAssertions();
        screens().forEach(screen -> {
            Look.ALL.getFirst().at(page);
            page.navigate(base + screen);
            Look.fits(page, screen, Chromium.NARROW, all);
            Look.ALL.getLast().at(page);
            Look.fits(page, screen, Chromium.WIDE, all);
            if (language.equals(Language.PSEUDO.tag())) {
                all.assertThat(page.evaluate(ENGLISH, data)).as(screen).isEqualTo(List.of());
            }
        });
        all.assertAll();
    }

    private static Stream<String> screens() {
        return SCREENS.stream().filter(screen -> screen.matches(System.getProperty("screens", ".*")));
    }

    /** Queues and types of jobs, whoever made them: the longest first, so that no part of a name is left over. */
    private static String names(Page page, String base) {
        page.navigate(base + "jobs");
        List<?> names = (List<?>)
                page.evaluate(
                        "() => [...document.querySelectorAll('main select option')].map(option => option.value).filter(name => name)");
        return names.stream()
                .map(Object::toString)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(name -> "(?<![\\w.-])" + name.replaceAll("\\W", "\\\\$0") + "(?![\\w-])")
                .collect(Collectors.joining("|"));
    }
}
