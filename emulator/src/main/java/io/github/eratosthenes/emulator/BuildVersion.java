package io.github.eratosthenes.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build has written into a file beside this class. */
final class BuildVersion implements IVersionProvider {
    private static final String FILE = "build.properties";

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream file = BuildVersion.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IOException("resource " + FILE + " is missing: the build copies it");
            }
            Properties build = new Properties();
            build.load(file);
            return new String[] {"eratosthenes-emulator " + build.getProperty("version")};
        }
    }
}
