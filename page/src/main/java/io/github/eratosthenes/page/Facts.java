package io.github.eratosthenes.page;

import io.github.eratosthenes.page.data.Origin;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.Environment.OperatingSystem;
import io.github.eratosthenes.results.files.Environment.Sitting;
import io.github.eratosthenes.results.files.Environment.Source;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The facts of a result folder's measurement, in words: where and how.
 *
 * @param folder the folder's name
 * @param facts the name and the value of each known fact
 */
record Facts(String folder, List<Fact> facts) {

    private static final String UNKNOWN = "unknown";

    /** One line. */
    record Fact(String name, String value) {}

    static Facts of(Origin origin) {
        Environment environment = origin.environment();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Machine", hardware(environment.hardware())));
        facts.add(new Fact("Caches", caches(environment.hardware())));
        facts.add(new Fact("Operating system", system(environment.system())));
        facts.add(new Fact(
                "JDK",
                environment.jdks().stream()
                        .map(jdk -> jdk.version() + " (" + jdk.vendor() + ")")
                        .collect(Collectors.joining("; "))));
        environment
                .jvmArguments()
                .forEach((tier, flags) -> facts.add(new Fact("JVM flags, " + tier, String.join(" ", flags))));
        facts.add(new Fact("Collector", environment.collector()));
        if (environment.jmhVersion() != null) {
            facts.add(new Fact("JMH", environment.jmhVersion()));
        }
        facts.add(new Fact("Built from", source(environment.source())));
        facts.add(new Fact("Command", String.join(" ", environment.commandLine())));
        environment.sittings().forEach(sitting -> facts.add(new Fact("Measured", sitting(sitting))));
        return new Facts(
                origin.name(),
                facts.stream().filter(fact -> !fact.value().isBlank()).toList());
    }

    private static String hardware(Hardware hardware) {
        String virtual = hardware.hypervisor() == null
                ? ""
                : hardware.hypervisor() ? ", a virtual machine" : ", not a virtual machine";
        return (hardware.cpu() == null ? "CPU unknown" : hardware.cpu()) + ", "
                + Figures.counted(hardware.cores(), "core") + ", " + Figures.count(hardware.memoryMegabytes())
                + " MB of memory" + virtual;
    }

    private static String caches(Hardware hardware) {
        return hardware.caches().entrySet().stream()
                .map(cache -> cache.getKey() + " " + cache.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String system(OperatingSystem system) {
        return (system.distribution() == null ? system.name() : system.distribution()) + ", kernel " + system.kernel()
                + (system.transparentHugePages() == null
                        ? ""
                        : ", transparent huge pages: " + system.transparentHugePages());
    }

    private static String source(Source source) {
        if (source.commit() == null) {
            return UNKNOWN;
        }
        return "commit " + source.commit() + (Boolean.TRUE.equals(source.dirty()) ? ", with changes" : "");
    }

    private static String sitting(Sitting sitting) {
        return sitting.start() + ", for " + Durations.text(Duration.ofSeconds(sitting.seconds()))
                + (sitting.busyAtStart() == null
                        ? ""
                        : "; other programs used " + Figures.percent(sitting.busyAtStart()) + " of the CPU before it")
                + (sitting.stolenShare() == null
                        ? ""
                        : "; the hypervisor stole " + Figures.percent(sitting.stolenShare()) + " of CPU time");
    }
}
