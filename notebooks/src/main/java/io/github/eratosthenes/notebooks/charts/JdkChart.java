package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.View;
import java.util.List;

/** What a newer JDK gives. */
final class JdkChart extends PairChart {

    JdkChart() {
        super("jdks", "The newest JDK against the oldest", "Left of 1: faster on the newer JDK.");
    }

    @Override
    List<Pair> pairs(Study study) {
        List<String> jdks =
                study.views().stream().map(View::jdk).distinct().sorted().toList();
        if (jdks.size() < 2) {
            return List.of();
        }
        String oldest = jdks.get(0);
        String newest = jdks.get(jdks.size() - 1);
        return study.views().stream()
                .filter(view -> view.jdk().equals(newest))
                .map(view -> new Pair(view, new View(oldest, view.tier()), view.tier()))
                .filter(pair -> study.views().contains(pair.baseline()))
                .toList();
    }

    @Override
    ObjectNode axis(Pair pair) {
        return Axis.linear(
                "time on JDK " + pair.candidate().jdk() + " / time on JDK "
                        + pair.baseline().jdk(),
                "plain");
    }

    @Override
    String chosenBy() {
        return "tier";
    }
}
