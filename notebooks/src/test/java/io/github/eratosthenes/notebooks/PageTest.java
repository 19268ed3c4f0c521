package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Setting;
import io.github.eratosthenes.notebooks.data.Study.Sieving;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium. Screenshots of the three forms are kept in target/screenshots, to be looked at. */
@TestInstance(Lifecycle.PER_CLASS)
class PageTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final long MOST_BYTES = 2_000_000;
    private static final double PATIENCE_MILLIS = 120_000;
    private static final View VIEW = new View("17", "C2");
    private static final String MADE_UP = "made-up-endpoint";

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private PageServer server;
    private Path axe;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path chromium =
                Tools.require("apt-get install chromium", "chromium", "chromium-browser", "google-chrome-stable");
        Path node = Tools.node();
        Web web = Tools.web();
        axe = web.module("axe-core/axe.min.js");
        Path site = folder.resolve("site");
        Site.write(
                site,
                web,
                List.of(
                        ResultData.read(Fixture.withEndpoint(Fixture.STRATEGIES, folder)),
                        ResultData.read(Fixture.JDKS),
                        ResultData.read(Fixture.STRATEGIES)));
        server = new PageServer(site);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setTimeout(PATIENCE_MILLIS)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(complaints).isEmpty();
    }

    private Page open(ColorScheme scheme, int width, int height) {
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
            if (!request.url().startsWith(server.address()) && !request.url().startsWith("data:")) {
                complaints.add("request to " + request.url());
            }
        });
        page.navigate(server.address());
        page.locator("#plot-time svg").waitFor();
        return page;
    }

    private static void choose(Page page, String result) {
        page.selectOption("#choose-result", result);
        page.waitForFunction("name => document.getElementById('files').textContent.includes(name)", result);
    }

    /** Scrolls past all charts, which are drawn when they come near. */
    private static void drawAll(Page page) {
        for (Locator plot : page.locator(".plot").all()) {
            plot.scrollIntoViewIfNeeded();
            plot.locator("svg").waitFor();
        }
        page.evaluate("() => scrollTo(0, 0)");
    }

    private static Path screenshot(String name) {
        return SCREENSHOTS.resolve(name + ".png");
    }

    private static void photograph(Page page, String name) {
        drawAll(page);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(screenshot(name)));
    }

    @Test
    void everyChartIsDrawnWithItsSeries() {
        Page page = open(ColorScheme.LIGHT, 1100, 900);
        drawAll(page);

        Object counts = page.evaluate("() => eratosthenes.drawings().map(({ chart, drawing }) => [chart.id,"
                + " new Set(drawing.getOption().series.map((series) => series.name).filter(Boolean)).size])");
        assertThat(counts)
                .isEqualTo(List.of(
                        List.of("time", 11),
                        List.of("ratio", 10),
                        List.of("bytes", 11),
                        List.of("loops", 11),
                        List.of("rounds", 11)));
        assertThat(page.locator("#left-out p").allTextContents())
                .hasSize(8)
                .anyMatch(text -> text.contains("./mvnw -Pload"));
        photograph(page, "light");
        choose(page, MADE_UP);
        photograph(page, "light-endpoint");
        assertThat(page.locator(".plot svg").count()).isEqualTo(9);
        page.context().close();
    }

    @Test
    void aChartFarBelowIsDrawnWhenItComesNear() {
        Page page = open(ColorScheme.LIGHT, 1100, 700);
        assertThat(page.locator("#plot-rounds svg").count()).isZero();

        page.locator("#plot-rounds").scrollIntoViewIfNeeded();

        page.locator("#plot-rounds svg").waitFor();
        page.context().close();
    }

    @Test
    void aTooltipHasTheValueOfTheFile() throws IOException {
        Study study = ResultData.read(Fixture.STRATEGIES).study().orElseThrow();
        Sieving cell = study.cell("wheel", Setting.of(VIEW, 100_000)).orElseThrow();
        double mean = cell.measurement().time().estimate();
        Page page = open(ColorScheme.LIGHT, 1100, 900);
        page.locator("#plot-time").scrollIntoViewIfNeeded();

        Object place = page.evaluate("""
                (mean) => {
                  const { drawing } = eratosthenes.drawings()[0];
                  const box = drawing.getDom().getBoundingClientRect();
                  const [x, y] = drawing.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [100000, mean]);
                  return [box.x + x, box.y + y];
                }""", mean);
        List<?> pixels = (List<?>) place;
        page.mouse().move(((Number) pixels.get(0)).doubleValue(), ((Number) pixels.get(1)).doubleValue());

        Locator tip = page.locator("#plot-time div", new Page.LocatorOptions().setHasText("max 100,000"))
                .last();
        tip.waitFor();
        assertThat(tip.textContent())
                .startsWith("wheel, max 100,000: " + Figures.significant(mean) + " [")
                .endsWith("ms");
        page.context().close();
    }

    @Test
    void aStrategyIsToggledByKeyboardInAllCharts() {
        Page page = open(ColorScheme.LIGHT, 1100, 900);
        drawAll(page);
        String shown = "() => eratosthenes.drawings().map(({ drawing }) =>"
                + " drawing.getOption().legend[0].selected.bitset !== false)";
        assertThat(page.evaluate(shown)).isEqualTo(List.of(true, true, true, true, true));

        page.locator("#strategies input[value=bitset]").focus();
        page.keyboard().press("Space");
        assertThat(page.evaluate(shown)).isEqualTo(List.of(false, false, false, false, false));

        page.keyboard().press("Space");
        assertThat(page.evaluate(shown)).isEqualTo(List.of(true, true, true, true, true));
        page.context().close();
    }

    @Test
    void thePanelNamesTheFastestMeasuredSieveThatFits() throws IOException {
        Study study = ResultData.read(Fixture.STRATEGIES).study().orElseThrow();
        String fastest = study.strategies().stream()
                .min(Comparator.comparingDouble(strategy -> study.cell(strategy, Setting.of(VIEW, 1_000_000))
                        .orElseThrow()
                        .measurement()
                        .time()
                        .estimate()))
                .orElseThrow();
        Page page = open(ColorScheme.LIGHT, 1100, 900);
        Locator answer = page.locator("#panel-answer");

        page.fill("#panel-max", "900000");
        page.fill("#panel-memory", "10000");
        page.fill("#panel-time", "100000");
        assertThat(answer.locator("strong").textContent()).isEqualTo(fastest);
        assertThat(answer.textContent()).contains("10 more fit").contains("for max 1,000,000");

        page.fill("#panel-memory", "0.5");
        assertThat(answer.textContent()).contains("boolean-array: 0.955 MB allocated for max 1,000,000");
        page.fill("#panel-max", "5000000");
        assertThat(answer.textContent())
                .contains("None of the measured sieves fits")
                .contains("bitset: not measured at 5,000,000 or above");
        page.fill("#panel-time", "-1");
        assertThat(answer.textContent()).contains("memory and time above 0");

        page.fill("#panel-time", "100000");
        page.fill("#panel-memory", "200");
        page.fill("#panel-max", "4000000");
        choose(page, MADE_UP);
        assertThat(answer.textContent()).contains("bitset: ").contains("memory up to 576,000,000 at 128 MB");
        // where only time ended a search, its max says nothing of memory
        assertThat(answer.textContent()).contains("wheel-segment").doesNotContain("5,120,000,000");
        page.context().close();
    }

    @Test
    void choicesChangeTheCharts() {
        Page page = open(ColorScheme.LIGHT, 1100, 900);
        choose(page, "2026-11-22-fixture-jdks");
        drawAll(page);
        assertThat(page.locator("#plot-compilers svg").count()).isEqualTo(1);
        assertThat(page.locator("article:has(#plot-ratio) .circumstances").textContent())
                .startsWith("max 1,000,000, JDK 25, C2");

        page.selectOption("#choose-jdk", "17");
        page.selectOption("#choose-tier", "C1");
        page.selectOption("#choose-max", "100000");

        assertThat(page.locator("article:has(#plot-ratio) .circumstances").textContent())
                .startsWith("max 100,000, JDK 17, C1");
        assertThat(page.locator("article:has(#plot-compilers) .circumstances").textContent())
                .startsWith("max 100,000, JDK 17");
        page.context().close();
    }

    @Test
    void aPhoneScrollsOnlyDownwards() {
        Page page = open(ColorScheme.LIGHT, 360, 740);
        choose(page, MADE_UP);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
        photograph(page, "phone");
        page.context().close();
    }

    @Test
    void axeFindsNothingSerious() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(scheme, 1100, 900);
            choose(page, MADE_UP);
            drawAll(page);
            page.evaluate("() => document.querySelectorAll('details').forEach((details) => { details.open = true; })");
            page.evaluate(Files.readString(axe));
            Object found = page.evaluate("() => axe.run().then(({ violations }) => violations"
                    + ".filter(({ impact }) => impact === 'serious' || impact === 'critical')"
                    + ".map(({ id, nodes }) => id + ': ' + nodes[0].html))");
            assertThat(found).as(scheme.toString()).isEqualTo(List.of());
            page.evaluate("() => document.querySelectorAll('details').forEach((details) => { details.open = false; })");
            if (scheme == ColorScheme.DARK) {
                photograph(page, "dark");
            }
            page.context().close();
        }
    }

    @Test
    void thePageIsLight() {
        long before = server.bytes();
        Page page = open(ColorScheme.LIGHT, 1100, 900);

        assertThat(server.bytes() - before).isBetween(1L, MOST_BYTES);
        System.out.println("The page transfers " + (server.bytes() - before) + " bytes and is drawn after "
                + page.evaluate("() => Math.round(performance.now())") + " ms");
        page.context().close();
    }
}
