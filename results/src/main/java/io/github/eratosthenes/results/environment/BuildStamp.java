package io.github.eratosthenes.results.environment;

import io.github.eratosthenes.results.files.Environment.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build noted of the source that this program was made from; the checkout may have moved on since. */
public final class BuildStamp {

    private BuildStamp() {}

    /** Returns commit and dirty flag at the time of the build; both null where that was no git repository. */
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
