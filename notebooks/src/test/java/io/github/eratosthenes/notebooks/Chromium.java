package io.github.eratosthenes.notebooks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser that notes what pages complain of, and every request beyond the address they were opened at. */
final class Chromium implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 120_000;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the machine's Chromium; without one, the test is skipped, or fails if told to. */
    static Chromium start() throws IOException {
        Path chromium =
                Tools.require("apt-get install chromium", "chromium", "chromium-browser", "google-chrome-stable");
        Path node = Tools.require("apt-get install nodejs", "node");
        Files.createDirectories(SCREENSHOTS);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setTimeout(PATIENCE_MILLIS)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new Chromium(playwright, browser);
    }

    /** Opens an address in a window of its own. */
    Page open(String address, ColorScheme scheme, int width, int height) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                complaints.add("request to " + request.url());
            }
        });
        page.navigate(address);
        return page;
    }

    /** Returns what was complained of so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Waits until the last chart is drawn, which needs no scrolling. */
    static void drawAll(Page page) {
        page.waitForFunction("() => performance.getEntriesByName('drawn').length > 0");
    }

    /** Keeps a picture of the whole page in target/screenshots, to be looked at. */
    static void photograph(Page page, String name) {
        drawAll(page);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
