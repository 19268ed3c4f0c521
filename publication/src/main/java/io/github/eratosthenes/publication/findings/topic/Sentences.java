package io.github.eratosthenes.publication.findings.topic;

import java.util.List;
import java.util.Locale;

/** How names and figures stand in a sentence. */
final class Sentences {

    private Sentences() {}

    /** Returns names as in "a, b and c". */
    static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Returns strategies as code, as in "`a`, `b` and `c`". */
    static String strategies(List<String> names) {
        return listed(names.stream().map(Comparison::code).toList());
    }

    /** Returns a time with three significant digits, such as 8.52 ms and 10.9 s. */
    static String millis(double millis) {
        return millis < 1_000 ? Powers.short3(millis) + " ms" : Powers.short3(millis / 1_000) + " s";
    }

    /** Returns a number of bytes in the unit that suits it, by powers of ten: 53.0 KB and 100 MB. */
    static String bytes(double bytes) {
        if (bytes >= 1e6) {
            return Powers.short3(bytes / 1e6) + " MB";
        }
        return bytes >= 1e3 ? Powers.short3(bytes / 1e3) + " KB" : String.format(Locale.ROOT, "%.0f bytes", bytes);
    }

    /** Returns a share as a percentage with two significant digits at least: 0.43 %, 2.7 % and 14 %. */
    static String percent(double share) {
        double percent = share * 100;
        int decimals = percent < 1 ? 2 : percent < 10 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
    }
}
