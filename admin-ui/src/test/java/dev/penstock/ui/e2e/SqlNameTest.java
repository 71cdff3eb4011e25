package dev.penstock.ui.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.penstock.ui.fixture.Installation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keeping a query with the keyboard. */
@QuarkusTest
@QuarkusTestResource(Installation.class)
class SqlNameTest {
    @RegisterExtension
    final Chromium chromium = new Chromium();

    @TestHTTPResource
    String base;

    @Test
    void enterInTheNameSavesTheQueryAndDoesNotAskIt() {
        Page page = chromium.open(base + "sql");
        page.locator("#sql").fill("select 'kept by the keyboard'");
        page.locator("#keep > summary").click();
        page.locator("#sql-name").fill("by the keyboard");
        page.locator("#sql-name").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/sql\\?saved=\\d+"));
        assertThat(page.locator("#sql")).hasValue("select 'kept by the keyboard'");
        assertThat(page.locator("#sql-problem")).hasCount(0);
    }
}
