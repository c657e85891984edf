import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Runs veraPDF over many files and profiles in one go; arguments: profiles with commas, then files.
 *
 * One line for each rule that a file breaks: file, profile, clause, number, how often, what it
 * demands and where it first went wrong, with tabs between. Then for each file and profile one
 * line that ends in the number of checks made: that it is there says that veraPDF ran to its end.
 *
 * The profiles are read with DOM: the jar that carries veraPDF leaves out JAXB, which veraPDF's
 * own reader of them needs.
 */
public class Validate {
    private static final String FOLDER = "/org/verapdf/pdfa/validation/";
    private static final Map<String, String> PROFILES =
            Map.of("ua1", "PDFUA-1.xml", "2a", "PDFA-2A.xml");

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(PROFILES.get(name));
            for (int place = 1; place < arguments.length; place++) {
                validate(arguments[place], name, profile, out);
            }
        }
    }

    private static void validate(String path, String name, ValidationProfile profile,
            PrintStream out) throws Exception {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new File(path), flavour);
                PDFAValidator validator =
                        ValidatorFactory.createValidator(profile, 1, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<RuleId, TestAssertion> first = new HashMap<>();
            for (TestAssertion found : result.getTestAssertions()) {
                if (found.getStatus() == TestAssertion.Status.FAILED) {
                    first.putIfAbsent(found.getRuleId(), found);
                }
            }
            for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
                RuleId rule = failed.getKey();
                TestAssertion found = first.get(rule);
                String where = found == null ? "" : found.getLocation().getContext();
                String what = found == null ? "" : found.getMessage();
                line(out, path, name, rule.getClause(), rule.getTestNumber(), failed.getValue(),
                        what, where);
            }
            line(out, path, name, result.getTotalAssertions());
        } catch (ModelParsingException | EncryptedPdfException unreadable) {
            line(out, path, name, "unreadable", 0, 1, unreadable.getMessage(), "");
            line(out, path, name, 0);
        }
    }

    private static void line(PrintStream out, Object... parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            texts.add(String.valueOf(part).replaceAll("\\s+", " "));
        }
        out.println(String.join("\t", texts));
    }

    private static ValidationProfile profile(String file) throws Exception {
        Document document;
        try (InputStream source = Validate.class.getResourceAsStream(FOLDER + file)) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
        }
        Set<Rule> rules = new HashSet<>();
        for (Element element : all(document.getDocumentElement(), "rule")) {
            rules.add(rule(element));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element element : all(document.getDocumentElement(), "variable")) {
            variables.add(Profiles.variableFromValues(element.getAttribute("name"),
                    element.getAttribute("object"), text(element, "defaultValue"),
                    text(element, "value")));
        }
        String flavour = document.getDocumentElement().getAttribute("flavour");
        return Profiles.profileFromValues(PDFAFlavour.valueOf(flavour),
                Profiles.profileDetailsFromValues(file, "", "", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element element) {
        Element id = all(element, "id").get(0);
        RuleId number = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        List<ErrorArgument> none = new ArrayList<>();
        List<Reference> nothing = new ArrayList<>();
        boolean deferred = Boolean.parseBoolean(element.getAttribute("deferred"));
        return Profiles.ruleFromValues(number, element.getAttribute("object"), deferred,
                element.getAttribute("tags"), text(element, "description"), text(element, "test"),
                Profiles.errorFromValues(text(element, "message"), none), nothing);
    }

    private static String text(Element element, String name) {
        List<Element> found = all(element, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }

    private static List<Element> all(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int place = 0; place < found.getLength(); place++) {
            elements.add((Element) found.item(place));
        }
        return elements;
    }
}
