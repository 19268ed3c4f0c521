package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong arguments end the job before Spark starts: it would print the line that says so. */
class ArgumentsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from=10 --to=5            | --from 10 is above --to 5",
                "--to=2^63                   | '2^63' is above 9223372036854775807",
                "--to=-1                     | '-1' is not a whole number",
                "--to=                       | '' is not a whole number",
                "--from=1                    | --to",
                "--to=9 --strategy=eratos    | unknown strategy 'eratos'; known: boolean-array",
                "--to=9 --strategy=bitset    | 'bitset' cannot start in the middle of the numbers; usable: wheel-segment",
                "--to=9 --strategy=parallel  | 'parallel' takes all cores for one range",
                "--to=9 --workers=-1         | --workers -1 is below 0",
                "--to=9 --workers=65         | --workers 65 is above 64",
                "--to=9 --workers=2147483648 | '2147483648'",
                "--to=9 --workers=two        | 'two'",
                "--to=9 --table=maybe        | 'maybe'",
                "--to=9 --results=/none/here | /none/here is not a file in an existing folder",
                "--to=9 --results=/          | is not a file in an existing folder",
                "--to=9 --results=/tmp       | /tmp is a folder",
                "--to=9 --results=/dev/null  | /dev/null is not a regular file",
                "--to=9 --results=/proc/self/none | cannot open /proc/self/none: no such file or folder",
                "--to=9 --upto=3             | --upto",
                "--to=9 --to=10              | '--to' (N) should be specified only once",
                "--to=9 --from=1 --from=2    | '--from' (N) should be specified only once",
                "--to=9 --workers=1 --workers=2 | '--workers' (N) should be specified only once",
                "--measure-costs --to=9      | --measure-costs takes no other option; given: --measure-costs, --to"
            })
    void eachMistakeGetsOneLine(String arguments, String message) {
        assertRefused(Run.of(arguments.split(" +")), message);
    }

    @Test
    void aPropertyIsTheValueOfAnOptionThatIsNotGiven() {
        System.setProperty("cluster.from", "10");
        System.setProperty("cluster.to", "5");
        System.setProperty("cluster.results", "");
        try {
            assertRefused(Run.of(), "--from 10 is above --to 5");
            assertRefused(Run.of("--to=6"), "--from 10 is above --to 6");
        } finally {
            List.of("from", "to", "results").forEach(name -> System.clearProperty("cluster." + name));
        }
        assertRefused(Run.of(), "Missing required option: '--to=N'");
    }

    @Test
    void aResultsFileOfAnotherJobIsRefused() throws Exception {
        Path results = folder.resolve("results.txt");
        assertThat(Run.of("--to=1000", "--results=" + results).exitCode()).isZero();
        List<String> before = Files.readAllLines(results);
        assertRefused(Run.of("--to=1001", "--results=" + results), "of another job");
        assertRefused(Run.of("--from=1", "--to=1000", "--results=" + results), "of another job");
        assertRefused(Run.of("--to=1000", "--results=" + folder), folder + " is a folder");
        assertThat(Files.readAllLines(results)).isEqualTo(before);
    }

    private static void assertRefused(Run run, String message) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains(message);
    }
}
