package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.page.Site;
import io.github.eratosthenes.page.charts.ChartDefinition;
import io.github.eratosthenes.page.charts.Charts;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.command.ConsoleCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code draw}: draws the pictures and the page of result folders. */
@Command(
        name = "draw",
        sortOptions = false,
        description = "Draws the charts of result folders, as pictures and as a page.")
final class DrawCommand extends ConsoleCommand {

    @Option(
            names = "--results",
            required = true,
            description = "Result folders, or folders of result folders, separated by commas.")
    private String results = "";

    @Option(names = "--pictures", required = true, description = "The folder for the pictures.")
    private Path pictures = Path.of("");

    @Option(names = "--site", required = true, description = "The folder for the page.")
    private Path site = Path.of("");

    /** For picocli. */
    DrawCommand() {}

    @Override
    protected int execute() throws IOException {
        List<ResultData> all = read();
        Pictures painter = Pictures.start();
        for (ResultData data : all) {
            Path folder = pictures.resolve(data.name());
            int drawn = painter.write(data, folder).size();
            System.out.println(data.name() + ": " + drawn + " pictures in " + folder.normalize());
            for (ChartDefinition kind : Charts.all()) {
                if (Charts.of(kind, data).isEmpty()) {
                    System.out.println("  left out: " + kind.title() + " (no data; " + kind.command(data) + ")");
                }
            }
        }
        Site.write(site, all);
        System.out.println(ReportPage.line(site.resolve("index.html")));
        return 0;
    }

    /** Reads all result folders; leaves out, with a message, a folder that cannot be read. */
    private List<ResultData> read() throws IOException {
        List<Path> paths = Arrays.stream(results.split(",")).map(Path::of).toList();
        List<ResultData> all = new ArrayList<>();
        for (Path folder : ResultData.folders(paths)) {
            try {
                all.add(ResultData.read(folder));
            } catch (IOException e) {
                System.out.println("left out: " + folder.normalize() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        if (all.isEmpty()) {
            String where =
                    paths.stream().map(path -> path.normalize().toString()).collect(Collectors.joining(", "));
            System.out.println("No results in " + where + ": ./mvnw -Pjmh measures some.");
        }
        return all;
    }
}
