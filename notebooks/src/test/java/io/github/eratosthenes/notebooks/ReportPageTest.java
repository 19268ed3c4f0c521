package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page of one result folder in Chromium, opened as a file. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageTest {

    /** All but primesieve, which was measured at another max than the one that is shown first. */
    private static final List<String> KINDS = List.of(
            "limits", "time", "ratio", "bytes", "time-breakpoints", "cost", "ranges", "noise", "loops", "rounds");

    private Path folder = Path.of("");
    private String address = "";
    private Chromium chromium;

    /** The page in a wide window, with every chart: for tests that leave it as they found it. */
    private Page drawn;

    @BeforeAll
    void start(@TempDir Path into) throws IOException {
        chromium = Chromium.start();
        folder = Fixture.withEndpoint(Fixture.STRATEGIES, into);
        address = ReportPage.write(new ResultFolder(folder)).toUri().toString();
        drawn = openDrawn(ColorScheme.LIGHT);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingRequested() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private Page open(ColorScheme scheme, int width) {
        Page page = chromium.open(address, scheme, width, 900);
        page.locator(".plot svg").first().waitFor();
        return page;
    }

    private Page openDrawn(ColorScheme scheme) {
        Page page = open(scheme, 1100);
        Chromium.drawAll(page);
        return page;
    }

    @Test
    void everyChartIsDrawn() {
        Page page = open(ColorScheme.LIGHT, 1100);
        Chromium.photograph(page, "report-light");
        System.out.println("The last chart is drawn after "
                + page.evaluate("() => Math.round(performance.getEntriesByName('drawn')[0].startTime)") + " ms");

        assertThat(page.evaluate("() => scrollY")).isEqualTo(0);
        assertThat(page.evaluate("() => eratosthenes.drawings().map(({ chart }) => chart.id)"))
                .isEqualTo(KINDS);
        assertThat(page.locator("#answer p").count()).isEqualTo(3);
        assertThat(page.locator("#table tbody tr").count()).isEqualTo(44);
        page.context().close();
    }

    @Test
    void paperGetsAllChartsAndTheTableEvenBeforeTheScreenDoes() {
        Page page = open(ColorScheme.LIGHT, 1100);
        Chromium.drawAll(page);

        assertThat(page.evaluate("""
                        () => {
                          const count = (selector) => document.querySelectorAll(selector).length;
                          document.querySelector('#table').replaceChildren();
                          document.querySelector('#choose-max').dispatchEvent(new Event('change'));
                          const onScreen = count('.plot svg');
                          dispatchEvent(new Event('beforeprint'));
                          return [onScreen < count('.plot'), count('.plot svg path') > count('.plot'),
                            count('.plot svg') === count('.plot'), count('#table tbody tr')];
                        }""")).isEqualTo(List.of(true, true, true, 44));
        page.context().close();
    }

    @Test
    void aTableIsMadeWhenItIsOpened() {
        Page page = open(ColorScheme.LIGHT, 1100);
        Locator figures = page.locator("article:has(#plot-time) details");
        assertThat(figures.locator("tr").count()).isZero();

        for (int click = 0; click < 3; click++) {
            figures.locator("summary").click();
        }

        figures.locator("tbody tr").first().waitFor();
        assertThat(figures.locator("table").count()).isEqualTo(1);
        page.context().close();
    }

    @Test
    void theValuesDrawnAreThoseOfTheFile() throws IOException {
        StudyData data = StudyData.read(new ResultFolder(folder.resolve("study")));
        List<CellEntry> cells = data.study().cells().stream()
                .filter(cell -> Objects.equals(cell.loops(), 1))
                .toList();

        List<?> values = (List<?>) drawn.evaluate(
                """
                (cells) => {
                  const { drawing } = eratosthenes.drawings().find(({ chart }) => chart.id === 'time');
                  const lines = drawing.getOption().series.filter((series) => series.type === 'line');
                  return cells.map(([strategy, max]) => lines.find((line) => line.name === strategy)
                    .data.find((item) => item.value[0] === Number(max)).value[1]);
                }""",
                cells.stream()
                        .map(cell -> List.of(String.valueOf(cell.strategy()), String.valueOf(cell.max())))
                        .toList());

        assertThat(cells).isNotEmpty();
        for (int place = 0; place < cells.size(); place++) {
            CellEntry cell = cells.get(place);
            double time = data.time(cell).estimate();
            assertThat(((Number) values.get(place)).doubleValue())
                    .as(cell.label())
                    .isCloseTo(time, within(time * 1e-6));
        }
    }

    @Test
    void theDataComesOutAsItWentIn() throws IOException {
        for (Locator button : drawn.locator("#files button").all()) {
            Download download = drawn.waitForDownload(button::click);
            assertThat(download.suggestedFilename())
                    .isEqualTo(button.textContent().replace('/', '-'));
            assertThat(Files.readAllBytes(download.path()))
                    .isEqualTo(Files.readAllBytes(folder.resolveSibling(button.textContent())));
        }
        assertThat(drawn.locator("#files button").count()).isEqualTo(10);
    }

    @Test
    void htmlInAResultFileIsShownAndNotRun(@TempDir Path into) throws IOException {
        String name = "<img src=x onerror='window.run = true'>";
        Path hostile = Fixture.withEndpoint(Fixture.STRATEGIES, into);
        for (String file : List.of("study/jmh.json", "study/study.json")) {
            Path path = hostile.resolve(file);
            String content = Files.readString(path);
            assertThat(content).contains("\"bitset\"");
            Files.writeString(path, content.replace("\"bitset\"", "\"" + name + "\""));
        }
        Page page = chromium.open(
                ReportPage.write(new ResultFolder(hostile)).toUri().toString(), ColorScheme.LIGHT, 1100, 900);
        Chromium.drawAll(page);
        page.evaluate("() => document.querySelectorAll('details').forEach((details) => { details.open = true; })");

        Object tips = page.evaluate("""
                async () => {
                  const tips = [];
                  for (const { drawing } of eratosthenes.drawings()) {
                    for (let place = 0; place < drawing.getOption().series.length; place++) {
                      drawing.dispatchAction({ type: 'showTip', seriesIndex: place, dataIndex: 0 });
                      await new Promise((shown) => setTimeout(shown, 10));
                      drawing.getDom().querySelectorAll('div').forEach((tip) => tips.push(tip.textContent));
                    }
                  }
                  return tips;
                }""");

        assertThat((List<?>) tips).anyMatch(tip -> String.valueOf(tip).contains(name));
        assertThat(page.locator("img").count()).isZero();
        assertThat(page.evaluate("() => window.run === undefined")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void noNameOfALineLiesOnALine() {
        for (String id : List.of("time", "bytes", "cost")) {
            Object overlaps = drawn.evaluate("""
                    (id) => {
                      const { drawing } = eratosthenes.drawings().find(({ chart }) => chart.id === id);
                      const names = drawing.getOption().graphic[0].elements.filter((element) => element.type === 'text');
                      const edge = drawing.getModel().getComponent('grid').coordinateSystem.getRect();
                      const heights = names.map((name) => name.y).sort((one, other) => one - other);
                      return [names.length, names.filter((name) => name.x <= edge.x + edge.width).length,
                        heights.filter((y, place) => place > 0 && y - heights[place - 1] < 13.9).length];
                    }""", id);
            assertThat((List<?>) overlaps).as(id).element(0).isNotEqualTo(0);
            assertThat(((List<?>) overlaps).subList(1, 3)).as(id).isEqualTo(List.of(0, 0));
        }
    }

    @Test
    void aPhoneScrollsOnlyDownwardsAndHasTheNamesOfTheLines() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(scheme, 390);

            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            assertThat(page.locator("article:has(#plot-time) .key li").first().isVisible())
                    .isTrue();
            Chromium.photograph(page, "report-phone-" + (scheme == ColorScheme.LIGHT ? "light" : "dark"));
            page.context().close();
        }
    }

    @Test
    void axeFindsNothingSerious() {
        AxeRunOptions violationsAlone = new AxeRunOptions();
        violationsAlone.setResultTypes(List.of("violations"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = openDrawn(scheme);
            page.evaluate("() => document.querySelectorAll('details').forEach((details) => { details.open = true; })");

            assertThat(new AxeBuilder(page)
                            .options(violationsAlone).analyze().getViolations().stream()
                                    .filter(rule ->
                                            List.of("serious", "critical").contains(rule.getImpact()))
                                    .map(rule -> rule.getId() + ": "
                                            + rule.getNodes().get(0).getHtml()))
                    .as(scheme.toString())
                    .isEmpty();
            page.evaluate("() => document.querySelectorAll('details').forEach((details) => { details.open = false; })");
            if (scheme == ColorScheme.DARK) {
                Chromium.photograph(page, "report-dark");
            }
            page.context().close();
        }
    }
}
