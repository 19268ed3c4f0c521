package io.github.eratosthenes.results.environment;

import io.github.eratosthenes.results.files.Environment.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The commit that this program was built from, as the build recorded it; the checkout may have changed since then. */
public final class BuildStamp {

    private BuildStamp() {}

    /** Returns the commit and the dirty flag at the time of the build; both are null if it was outside a git repository. */
    public static Source source() {
        try (InputStream stamp = BuildStamp.class.getResourceAsStream("git.properties")) {
            Properties properties = new Properties();
            if (stamp != null) {
                properties.load(stamp);
            }
            String dirty = properties.getProperty("git.dirty");
            return new Source(properties.getProperty("git.commit.id"), dirty == null ? null : Boolean.valueOf(dirty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
