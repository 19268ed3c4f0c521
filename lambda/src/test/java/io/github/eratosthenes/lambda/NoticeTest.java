package io.github.eratosthenes.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The deployable jar names those whose software is in it. */
class NoticeTest {

    @Test
    void everyJarThatIsDeployedIsNamed() throws Exception {
        assertThat(deployed()).contains("crac", "jackson-core");
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/NOTICE")))
                .contains(deployed());
    }

    private static List<String> deployed() throws Exception {
        NodeList dependencies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName("dependency");
        List<String> deployed = new ArrayList<>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String artifact =
                    dependency.getElementsByTagName("artifactId").item(0).getTextContent();
            boolean test = dependency.getElementsByTagName("scope").getLength() > 0;
            if (!test && !artifact.startsWith("eratosthenes-")) {
                deployed.add(artifact);
            }
        }
        return deployed;
    }
}
