package io.github.eratosthenes.notebooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The folder in which npm has installed ECharts and esbuild, at the versions that package-lock.json pins.
 *
 * @param folder the folder
 */
record Web(Path folder) {

    private static final String LOCK = "package-lock.json";

    /** Installs what is not installed yet, in the folder npm below the work folder; one process at a time does. */
    static Web install(Path work) throws IOException {
        Web web = new Web(Files.createDirectories(work.resolve("npm")).toAbsolutePath());
        try (FileChannel channel =
                FileChannel.open(web.folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            for (String file : List.of("package.json", "charts.js", "echarts.js", "page.js", "render.mjs")) {
                web.write(file, resource(file));
            }
            web.installPackages();
        }
        return web;
    }

    /** Leaves a file alone that another process may be reading, unless it has other content. */
    private void write(String file, byte[] content) throws IOException {
        Path target = folder.resolve(file);
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
            Files.write(target, content);
        }
    }

    private void installPackages() throws IOException {
        Path installed = folder.resolve("installed-" + LOCK);
        byte[] lock = resource(LOCK);
        if (Files.exists(installed) && Arrays.equals(Files.readAllBytes(installed), lock)) {
            return;
        }
        Program.NODE.run(folder, Map.of(), List.of("--version"));
        Files.write(folder.resolve(LOCK), lock);
        Program.NPM.run(
                folder,
                Map.of(),
                List.of(
                        "ci",
                        "--prefer-offline",
                        "--fetch-retries=1",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--loglevel=error"));
        Files.move(folder.resolve(LOCK), installed, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes the page's script, with the parts of ECharts that it draws with and their licences, as one file. */
    void bundle(Path file) throws IOException {
        Program.NODE.run(
                folder,
                Map.of(),
                List.of(
                        "node_modules/esbuild/bin/esbuild",
                        "page.js",
                        "--bundle",
                        "--minify",
                        "--format=iife",
                        "--target=es2020",
                        "--legal-comments=eof",
                        "--log-level=warning",
                        "--outfile=" + file.toAbsolutePath()));
    }

    /** Returns a file of an installed package. */
    Path module(String file) {
        return folder.resolve("node_modules").resolve(file);
    }

    /** Reads a file of this module's web folder. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = Web.class.getResourceAsStream("web/" + name)) {
            if (in == null) {
                throw new IOException("the jar lacks web/" + name);
            }
            return in.readAllBytes();
        }
    }

    /** Reads a file of this module's web folder as text. */
    static String text(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }
}
