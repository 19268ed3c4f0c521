package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.Steadiness;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the part "yardstick" says: the fast sieves beside the native library primesieve. */
final class YardstickTopics {

    private static final Pattern TO = Pattern.compile("TO_1E(\\d+)");
    private static final Pattern ABOVE = Pattern.compile("ABOVE_1E(\\d+)");

    /** What a benchmark of the yardstick is called in a sentence; those of primesieve are what the others are set against. */
    private static final Map<String, String> NAMES = Map.of(
            "NativeYardstick.wheelSegment", "`wheel-segment`",
            "NativeYardstick.parallel", "`parallel`",
            "PeerYardstick.rings", "rings");

    private static final List<String> ORDER =
            List.of("NativeYardstick.wheelSegment", "NativeYardstick.parallel", "PeerYardstick.rings");

    private YardstickTopics() {}

    /** Returns the machine, the rounds and how wide the intervals are. */
    static Passage machine(Source source) throws IOException {
        StudyData data = source.publication().yardstick();
        return Passage.of(Statement.of("From " + source.link(Parts.YARDSTICK) + ": "
                + Publication.machine(source.publication().part(Parts.YARDSTICK)) + "; JDK " + newest(data) + ", C2; "
                + StudyConditions.measured(source.publication().part(Parts.YARDSTICK), data) + " "
                + StudyConditions.widths(data)));
    }

    /** Returns the verdicts on each sieve beside primesieve with as many threads, by range. */
    static Passage verdicts(Source source) throws IOException {
        StudyData data = source.publication().yardstick();
        Steadiness steadiness = Steadiness.of(data);
        List<Statement> statements = new ArrayList<>();
        for (String benchmark : ORDER) {
            List<Comparison.At> places = new ArrayList<>();
            for (CellEntry cell : cells(data, benchmark)) {
                data.ratio(cell)
                        .ifPresent(ratio -> places.add(new Comparison.At(
                                place(cell), ratio, steadiness.verdict(cell, data.baseline(cell), ratio))));
            }
            if (!places.isEmpty()) {
                statements.add(new Comparison(name(benchmark), baseline(benchmark), "yardstick", places).statement());
            }
        }
        return statements.isEmpty()
                ? Passage.of(Statement.of("The yardstick was measured without the native library."))
                : Passage.of(statements);
    }

    private static String baseline(String benchmark) {
        return benchmark.endsWith(".parallel") ? "primesieve on as many threads" : "primesieve";
    }

    /** Returns times, ratios and allocation of the sieves of this project, by range. */
    static Passage table(Source source) throws IOException {
        StudyData data = source.publication().yardstick();
        Steadiness steadiness = Steadiness.of(data);
        List<Table> tables = new ArrayList<>();
        for (String benchmark : ORDER.subList(0, 2)) {
            List<List<String>> rows = cells(data, benchmark).stream()
                    .map(cell -> row(data, steadiness, cell))
                    .toList();
            if (!rows.isEmpty()) {
                tables.add(new Table(
                        List.of("range", baseline(benchmark), name(benchmark), "ratio", "verdict", "allocated"), rows));
            }
        }
        return new Passage(machine(source).statements(), tables);
    }

    private static List<String> row(StudyData data, Steadiness steadiness, CellEntry cell) {
        Optional<Ratio> ratio = data.ratio(cell);
        Optional<Measurement> measurement = data.measurement(cell);
        return List.of(
                place(cell),
                time(data, data.baseline(cell)),
                time(data, cell),
                ratio.map(found -> Figures.ratio(found.interval())).orElse("–"),
                ratio.map(found -> steadiness
                                .verdict(cell, data.baseline(cell), found)
                                .word())
                        .orElse("–"),
                measurement
                        .map(Measurement::bytesPerOperation)
                        .filter(bytes -> bytes.isPresent())
                        .map(bytes -> Sentences.bytes(bytes.getAsDouble()))
                        .orElse("–"));
    }

    /**
     * Returns the time of a cell. The deviation is pooled over all cells of the same code, so the time is taken from the plan's own
     * cell.
     */
    private static String time(StudyData data, CellEntry cell) {
        return data.measurement(cell).isPresent()
                ? Sentences.millis(data.time(cell).estimate())
                : "–";
    }

    private static List<CellEntry> cells(StudyData data, String benchmark) {
        String jdk = newest(data);
        return data.measured().stream()
                .map(Measured::cell)
                .filter(cell -> cell.benchmark().equals(benchmark)
                        && cell.range() != null
                        && cell.jdk().equals(jdk)
                        && cell.tier().equals("C2"))
                .toList();
    }

    private static String newest(StudyData data) {
        return data.measured().stream()
                .map(measured -> measured.cell().jdk())
                .max(String::compareTo)
                .orElse("unknown");
    }

    private static String name(String benchmark) {
        return NAMES.getOrDefault(benchmark, benchmark);
    }

    /** Returns the range of a cell: TO_1E9 is "to 10⁹", ABOVE_1E12 is "[10¹², +10⁹]". */
    private static String place(CellEntry cell) {
        String range = Objects.requireNonNull(cell.range(), "a yardstick's cell has a range");
        Matcher to = TO.matcher(range);
        if (to.matches()) {
            return Powers.power(Integer.parseInt(to.group(1)));
        }
        Matcher above = ABOVE.matcher(range);
        return above.matches()
                ? "[" + Powers.power(Integer.parseInt(above.group(1))) + ", +" + Powers.power(9) + "]"
                : range;
    }
}
