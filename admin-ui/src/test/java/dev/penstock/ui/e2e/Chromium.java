package dev.penstock.ui.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.penstock.ui.fixture.Installation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium. Each page is a browser of its own; what a page writes to its console as an error fails the
 * test, and a test that fails leaves pictures of its pages in {@code target/e2e}.
 */
final class Chromium implements AfterEachCallback {
    static final int WIDE = 1280;
    static final int NARROW = 320;
    static final int HEIGHT = 900;
    /** Milliseconds for what a page is about to show: other tests use the machine, too. */
    private static final int PATIENCE = 60_000;

    private static @Nullable Browser browser;

    private final String token;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    /** Looks at the installation of the tests, as one who may do everything. */
    Chromium() {
        this(Installation.TOKEN);
    }

    Chromium(String token) {
        this.token = token;
    }

    /** How a page is opened. */
    record Window(int width, ColorScheme scheme, boolean script) {
        static final Window USUAL = new Window(WIDE, ColorScheme.LIGHT, true);

        Window withoutScript() {
            return new Window(width, scheme, false);
        }
    }

    Page open(String address, Window window) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(window.width(), HEIGHT)
                        .setColorScheme(window.scheme())
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(window.script())
                        .setExtraHTTPHeaders(token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token)));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // A page that answers 400 or 404 is a page all the same.
            if (message.type().equals("error") && !message.location().startsWith(page.url())) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(errors::add);
        pages.add(page);
        page.navigate(address);
        return page;
    }

    Page open(String address) {
        return open(address, Window.USUAL);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        for (int i = 0; i < pages.size(); i++) {
            if (failed) {
                String name = context.getRequiredTestMethod().getName() + "-" + i + ".png";
                pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/e2e", name)));
            }
            pages.get(i).context().close();
        }
        List<String> seen = List.copyOf(errors);
        pages.clear();
        errors.clear();
        if (!failed && !seen.isEmpty()) {
            throw new AssertionError("The page wrote errors to the console: " + seen);
        }
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
            Optional<Path> node = program("node");
            Assumptions.assumeTrue(
                    chromium.isPresent() && node.isPresent(),
                    "Chromium and Node.js are needed to look at the pages, and one of them is not installed");
            // Without a language of its own Chromium gives files with letters beyond ASCII other names.
            Map<String, String> environment = Map.of(
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                    "1",
                    "PLAYWRIGHT_NODEJS_PATH",
                    node.orElseThrow().toString(),
                    "LC_ALL",
                    "C.UTF-8");
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-sync",
                                    "--disable-component-update",
                                    "--disable-background-networking")));
        }
        return Objects.requireNonNull(browser);
    }

    private static Optional<Path> program(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
