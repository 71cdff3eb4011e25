package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.penstock.ui.fixture.Installation;
import dev.penstock.ui.fixture.People;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of those who are not in, or may not go there: they have no frame of the others. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class DoorsTest {
    @RegisterExtension
    final Chromium chromium = new Chromium("");

    @TestHTTPResource
    String base;

    /** Where one comes in, what is closed to whom, and what is not there. */
    @Test
    void everyDoorIsAccessible() {
        Page page = chromium.open(base + "sign-in", Look.PHONE);
        Axe axe = Axe.in(page);
        new People(URI.create(base));
        SoftAssertions all = new SoftAssertions();
        page.reload();
        Look.all(page, axe, "signing in", all);
        signIn(page, "somebody", "not the password");
        assertThat(page.locator("[role=alert]")).hasText("Name and password do not fit together.");
        Look.all(page, axe, "a wrong password", all);
        signIn(page, "user", People.PASSWORD);
        page.waitForURL("**/mine");
        for (String closed :
                List.of("jobs", "users", "nothing/here", "mine/none.0/stop", "password/none", "set-up?link=none")) {
            page.navigate(base + closed);
            Look.all(page, axe, "closed " + closed, all);
        }
        all.assertAll();
    }

    private static void signIn(Page page, String name, String password) {
        page.locator("#door-name").fill(name);
        page.locator("#door-password").fill(password);
        page.locator("form.panel button").click();
    }
}
