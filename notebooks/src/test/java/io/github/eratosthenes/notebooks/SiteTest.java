package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.page.Site;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The published site in Chromium: what it has beyond a page of one folder. */
@TestInstance(Lifecycle.PER_CLASS)
class SiteTest {

    private static final long MOST_BYTES = 2_000_000;
    private static final View VIEW = new View("17", "C2");
    private static final String MADE_UP = "made-up-endpoint";

    private Chromium chromium;
    private PageServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        Path site = folder.resolve("site");
        Site.write(
                site,
                List.of(
                        ResultData.read(Fixture.withEndpoint(Fixture.STRATEGIES, folder)),
                        ResultData.read(Fixture.JDKS),
                        ResultData.read(Fixture.STRATEGIES)));
        server = new PageServer(site);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private Page open(int width, int height) {
        Page page = chromium.open(server.address(), ColorScheme.LIGHT, width, height);
        page.locator("#plot-time svg").waitFor();
        return page;
    }

    private static void choose(Page page, String result) {
        page.selectOption("#choose-result", result);
        page.waitForFunction("name => document.querySelector('#files a').getAttribute('href').includes(name)", result);
    }

    @Test
    void everyChartIsDrawnWithItsSeries() {
        Page page = open(1100, 900);
        Chromium.drawAll(page);

        Object counts = page.evaluate("() => eratosthenes.drawings().map(({ chart, drawing }) => [chart.id,"
                + " new Set(drawing.getOption().series.map((series) => series.name).filter(Boolean)).size])");
        assertThat(counts)
                .isEqualTo(List.of(
                        List.of("time", 11),
                        List.of("ratio", 10),
                        List.of("bytes", 11),
                        List.of("noise", 11),
                        List.of("loops", 11),
                        List.of("rounds", 11)));
        assertThat(page.locator("#left-out li").allTextContents())
                .hasSize(8)
                .anyMatch(text -> text.contains("./mvnw -Pload"));
        choose(page, MADE_UP);
        Chromium.photograph(page, "site");
        assertThat(page.locator(".plot svg").count()).isEqualTo(10);
        page.context().close();
    }

    @Test
    void aTooltipHasTheValueOfTheFile() throws IOException {
        Study study = ResultData.read(Fixture.STRATEGIES).study().orElseThrow();
        Sieving cell = study.cell("wheel", Setting.of(VIEW, 100_000)).orElseThrow();
        double mean = cell.time().estimate();
        Page page = open(1100, 900);
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
        Page page = open(1100, 900);
        Chromium.drawAll(page);
        String shown = "() => eratosthenes.drawings().map(({ drawing }) =>"
                + " drawing.getOption().legend[0].selected.bitset !== false)";
        assertThat(page.evaluate(shown)).isEqualTo(List.of(true, true, true, true, true, true));

        page.locator("#strategies input[value=bitset]").focus();
        page.keyboard().press("Space");
        assertThat(page.evaluate(shown)).isEqualTo(List.of(false, false, false, false, false, false));

        page.keyboard().press("Space");
        assertThat(page.evaluate(shown)).isEqualTo(List.of(true, true, true, true, true, true));
        page.context().close();
    }

    @Test
    void thePanelNamesTheFastestMeasuredSieveThatFits() throws IOException {
        Study study = ResultData.read(Fixture.STRATEGIES).study().orElseThrow();
        String fastest = study.strategies().stream()
                .min(Comparator.comparingDouble(strategy -> study.cell(strategy, Setting.of(VIEW, 1_000_000))
                        .orElseThrow()
                        .time()
                        .estimate()))
                .orElseThrow();
        Page page = open(1100, 900);
        Locator answer = page.locator("#panel-answer");

        page.fill("#panel-max", "900000");
        page.fill("#panel-memory", "10000");
        page.fill("#panel-time", "100000");
        assertThat(answer.locator("strong").textContent()).isEqualTo(fastest);
        assertThat(answer.textContent())
                .contains("takes the least time of those that fit")
                .contains("10 more fit")
                .contains("for max 1,000,000");

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
        Page page = open(1100, 900);
        choose(page, "2026-11-22-fixture-jdks");
        Chromium.drawAll(page);
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
    void thePageIsLight() {
        long before = server.bytes();
        Page page = open(1100, 900);

        assertThat(server.bytes() - before).isBetween(1L, MOST_BYTES);
        System.out.println("The page transfers " + (server.bytes() - before) + " bytes and is drawn after "
                + page.evaluate("() => Math.round(performance.now())") + " ms");
        page.context().close();
    }
}
