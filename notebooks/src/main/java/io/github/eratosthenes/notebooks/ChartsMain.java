package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.notebooks.charts.ChartDefinition;
import io.github.eratosthenes.notebooks.charts.Charts;
import io.github.eratosthenes.notebooks.data.ResultData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands behind {@code ./mvnw -Pcharts} and {@code ./mvnw -Pnotebook}. */
@Command(name = "charts", mixinStandardHelpOptions = true, description = "Result folders as charts.")
public final class ChartsMain {

    private ChartsMain() {}

    /** Runs a command. */
    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new ChartsMain());
        commands.setExecutionExceptionHandler((exception, line, parsed) -> {
            if (!(exception instanceof IOException || exception instanceof IllegalArgumentException)) {
                throw exception;
            }
            line.getErr().println("charts: " + exception.getMessage());
            return 1;
        });
        System.exit(commands.execute(args));
    }

    @Command(description = "Draws the charts of result folders, as pictures and as a page.")
    int draw(
            @Option(names = "--results", split = ",", required = true, description = "Folders, or folders of them.")
                    List<Path> paths,
            @Option(names = "--pictures", required = true, description = "Where the pictures go.") Path pictures,
            @Option(names = "--site", required = true, description = "Where the page goes.") Path site,
            @Option(names = "--work", required = true, description = "A folder for npm.") Path work)
            throws IOException {
        Web web = Web.install(work);
        List<ResultData> results = read(paths);
        if (results.isEmpty()) {
            System.out.println("No results in " + text(paths) + ": ./mvnw -Pjmh makes some.");
        }
        Pictures painter = Pictures.in(work);
        for (ResultData data : results) {
            Path folder = pictures.resolve(data.name());
            int drawn = painter.write(data, folder).size();
            System.out.println(data.name() + ": " + drawn + " pictures in " + folder.normalize());
            for (ChartDefinition kind : Charts.all()) {
                if (Charts.of(kind, data).isEmpty()) {
                    System.out.println("  left out: " + kind.title() + " (no data; " + kind.command(data) + ")");
                }
            }
        }
        Site.write(site, web, results);
        System.out.println("Page: "
                + site.resolve("index.html").toAbsolutePath().normalize().toUri());
        return 0;
    }

    @Command(description = "Runs a notebook on result folders and writes its outputs into it.")
    int notebook(
            @Option(names = "--results", required = true, description = "A folder, or a folder of them.") Path results,
            @Option(names = "--work", required = true, description = "The folder with kernel/kernel.jar.") Path work,
            @Parameters(description = "The notebook.") Path notebook)
            throws IOException {
        Web.install(work);
        Notebook.run(notebook, results, work);
        System.out.println("Ran " + notebook.normalize());
        return 0;
    }

    /** Reads all result folders; one that cannot be read is named and left out, one that another shows is left out. */
    private static List<ResultData> read(List<Path> paths) throws IOException {
        List<ResultData> results = new ArrayList<>();
        for (Path folder : ResultData.folders(paths)) {
            try {
                results.add(ResultData.read(folder));
            } catch (IOException e) {
                System.out.println("left out: " + folder.normalize() + ": "
                        + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
        return ResultData.withoutRepeated(results);
    }

    private static String text(List<Path> paths) {
        return String.join(
                ", ", paths.stream().map(path -> path.normalize().toString()).toList());
    }
}
