package io.github.eratosthenes.cluster;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The system properties with which {@code ./mvnw -Pcluster} starts the job: {@code cluster.to} is the value of {@code --to}
 * where that option is not given. So an option in {@code -Dcluster.args} is not one given twice.
 */
final class PropertyDefaults implements IDefaultValueProvider {

    private static final String PREFIX = "cluster.";
    private static final String OPTION = "--";

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.longestName().startsWith(OPTION)) {
            String value = System.getProperty(PREFIX + option.longestName().substring(OPTION.length()), "");
            return value.isEmpty() ? null : value;
        }
        return null;
    }
}
