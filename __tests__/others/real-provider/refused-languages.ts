/** A text of Terraform's language that stands for a text. */
const quoted = (text: string): string => JSON.stringify(text);
const calls = (name: string, texts: readonly string[]): readonly string[] =>
  texts.map((text) => `${name}(${quoted(text)})`);

/** Texts that are no regular expression of RE2. */
const noPatterns = [
  ...["(", ")", "[", "[]", "a**", "a*?*", "a{2}{3}", "a{1001}", "a{2,1}", "|*", "(*)", "+a", "{1}"],
  ...["(?=a)", "(?!a)", "(?<=a)", "(?>a)", "(?#a)", "(?P=n)", "(?x)a", "(?-)a", "(?P<n-a>a)"],
  ...["\\1", "\\8", "\\x4", "\\Z", "\\K", "\\h", "\\u0041", "\\é", "a\\", "[\\b]", "[z-a]"],
  ...["(a)(?P<x>b)", "(?R)", "(?'n'a)", "a++"],
];

const patterns = [
  ...["", "a{1000}", "a{,3}", "a{", "]", "a*?", "^*", "(|a)", "a||b", "()*", "[]a]"],
  ...["[^]a]", "[a-]", "[a-c-e]", "[\\w.-]", "[[:alpha:]]", "[[a]", "[\\x4f-a]", "(?i)a"],
  ...["(?i:a)", "(?s-m)a", "(?P<n>a)(?:b)", "(?<n>a)", "a(?i)*", "a*(?i)*", "(?P<n>a)(?P<n>b)"],
  ...["\\12", "\\x41", "\\x{41}", "\\A\\z", "\\Qa(\\E", "\\pL", "\\_", "\\-", "é+", "(?)"],
];

/** Texts that are not one document of YAML. */
const noYaml = [
  ...["", "# a", "a: [", "[1,,2]", "{a", "}", "a: b: c", "\tb", "*b", "a: *x", "--- 1\n--- 2"],
  ...["'a", '"a\\q"', "@a", "`a", "%a", "- a\nb: 1", "!foo a", "[a]: b", "a\u0001", 'a: "b" c'],
];

const yaml = [
  ...["---", "null", "a", "a: 1\na: 2", "a: [1,\n2]", "<<: {a: 1}", "&x a", "a: &x 1\nb: *x"],
  ...["!!str 1", "1e3", "a: |\n  x", "{a:1}", "[1,]", "a:\tb", "--- a\n...\n", "'it''s'"],
  ...["'a\nb'", "- - a\n  - b", "a: http://x:80/y", "%YAML 1.1\n---\na", "y: 1", "a: >-\n x\n"],
];

/** Texts whose lines are of several lengths, or quoted in another way than CSV is. */
const noCsv = [
  ...["", "\n", "a,b\n1", "a,b\n1,2,3", "a,a\n1,2", ",\n1,2", '"', '"a', '"a"b\n1', 'a"b\n1'],
  ...['a\n"x"y', 'a\nx"y', 'a\n "x"', 'a\n"x" ', "a\n1,"],
];

const csv = [
  ...["a", "\n\na\n1", "a,b\n1,2\n\n3,4\n", "a\r\n1\r\n2", 'a\n"x""y"', 'a\n"1\n2"', "a,\n1,2"],
  ...["a;b\n1;2", " ", "a\r1", "a,b\n,", 'a,"b""c"\n1,2'],
];

/** Expressions that Terraform refuses for texts of other languages, and for what functions make of lists. */
export const refusedLanguages: readonly string[] = [
  ...calls("yamldecode", noYaml),
  ...calls("csvdecode", noCsv),
  ...noPatterns.flatMap((pattern) => [
    `regexall(${quoted(pattern)}, "a")`,
    // A pattern between slashes has groups of any sort.
    ...(pattern === "(a)(?P<x>b)" ? [] : [`replace("a", ${quoted(`/${pattern}/`)}, "b")`]),
  ]),
  ...['regex("^[a-z]+$", "a1")', 'regex("^\\\\d{12}$", "12")', 'regex("\\\\bb", "abc")'],
  ...['yamldecode("a: 1").b', 'yamldecode("- x")[1]', 'yamldecode("a: {b: c}").a.c'],
  ...['csvdecode("a\\n1")[1]', 'csvdecode("a\\n1")[0].b'],
  ...['formatlist("%s", ["a"], ["b"])', 'formatlist("%s %s", ["a"], ["b", "c"])'],
  ...['formatlist("%d", ["a"])', 'formatlist("%s")', 'formatlist("x", ["a"])'],
  ...['formatlist("%s", [[1]])', 'formatlist("%s", [1], 2)', 'formatlist("%z", ["a"])'],
  ...['rsadecrypt("a", "b")', 'rsadecrypt("YQ==", "b")', 'textdecodebase64("*", "UTF-8")'],
  ...['base64encode("a") + 1', 'tolist([1, "a"])[1] + 1', 'coalesce("a", 1) + 1'],
  ...['lookup(tomap({ a = "x" }), "b", [1])', 'lookup(tomap({ a = 1 }), "b", "x")'],
  ...["setunion([1], [true])", "setsubtract([1], [true])"],
  ...['cidrhost("::1/128", 5)', 'cidrhost("fd00::/129", 1)', 'cidrsubnet("fd00::/127", 2, 1)'],
  ...['cidrhost("fd00:::/8", 1)', 'cidrhost("10.0.0.0/31", -3)', 'cidrsubnets("fd00::/8", 33)'],
  ...['cidrsubnets("10.0.0.0/8", 2, 1, 2)'],
];

/** Expressions that it accepts. */
export const acceptedLanguages: readonly string[] = [
  ...calls("yamldecode", yaml),
  ...calls("csvdecode", csv),
  ...patterns.flatMap((pattern) => [
    `regexall(${quoted(pattern)}, "a")`,
    `replace("a", ${quoted(`/${pattern}/`)}, "b")`,
  ]),
  ...['regex("^[a-z]+$", "ab")', 'regex("(?P<n>[a-z])-", "a-")', 'regex("a.c", "abc")'],
  ...['yamldecode("a: {b: c}").a.b', 'yamldecode("a: yes").a && true', 'csvdecode("a\\n1")[0].a'],
  ...['formatlist("%d", [])', 'formatlist("%s-%s", ["a", "b"], 1)', 'formatlist("%s", null)'],
  ...['formatlist("%v", [null])', 'tolist([1, true, "a"])', 'coalesce(1, true, "a")'],
  ...['tolist([{ a = 1 }, { a = "x" }])[0].a == "1" ? 1 : [][0]', 'setunion([1], ["a"], [true])'],
  ...['lookup(tomap({ a = "x" }), "b", 1)', 'lookup(tomap({ a = 1 }), "b", "2")'],
  ...['cidrhost("fd00::/8", 5)', 'cidrhost("010.0.0.0/8", 1)', 'cidrnetmask("::ffff:1.0.0.0/104")'],
  ...['cidrsubnets("10.0.0.0/8", 4, 4, 8, 4)', 'cidrsubnets("fd00::/8", 2, 2, 1)'],
];
