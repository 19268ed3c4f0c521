package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.View;
import java.util.List;

/** What the quick compiler alone costs, as on Lambda, against both. */
final class CompilerChart extends PairChart {

    CompilerChart() {
        super("compilers", "C1 alone, as on Lambda, against C2", "Right of 1: slower where only C1 compiles.");
    }

    @Override
    List<Pair> pairs(Study study) {
        return study.views().stream()
                .filter(view -> view.tier().equals("C1"))
                .map(view -> new Pair(view, new View(view.jdk(), "C2"), "JDK " + view.jdk()))
                .filter(pair -> study.views().contains(pair.baseline()))
                .toList();
    }

    @Override
    ObjectNode axis(Pair pair) {
        return Axis.linear("time with C1 alone / time with C2", "plain");
    }

    @Override
    String chosenBy() {
        return "jdk";
    }
}
